// SPDX-License-Identifier: Apache-2.0
package lithe.cli;

import picocli.CommandLine.IVersionProvider;

/// The version of this build.
final class Version implements IVersionProvider {

    /// Returns the version in the jar, or "development" outside of one.
    static String current() {
        String built = Version.class.getPackage().getImplementationVersion();
        return built == null ? "development" : built;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"lithe " + current()};
    }
}
