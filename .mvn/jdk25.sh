# SPDX-License-Identifier: Apache-2.0
# Sets JAVA_HOME to a JDK 25 or newer found in the usual places, or says how to get one. Sourced by ./lithe and ./check:
# Maven itself must run on 25, because some of its tools are silently wrong on 17.
lithe_feature() { sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null; }
lithe_find_jdk() {
  for lithe_jdk in "${LITHE_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$lithe_jdk" ] && [ -x "$lithe_jdk/bin/javac" ] || continue
    lithe_version=$(lithe_feature "$lithe_jdk")
    [ "${lithe_version:-0}" -ge 25 ] && JAVA_HOME=$lithe_jdk && export JAVA_HOME && return 0
  done
  echo "Lithe needs JDK 25: install Temurin 25 from https://adoptium.net (or 'sdk install java 25-tem'), or set LITHE_JAVA_HOME." >&2
  return 1
}
lithe_find_jdk || exit 4
