// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/// Reads the plain part of YAML into a tree that knows its lines: maps, lists and scalars as text.
///
/// Anchors, aliases, tags, duplicate keys and second documents are refused. A file of a few hundred bytes can otherwise
/// stand for millions of values, or mean something else than it says.
final class Yaml {

    private static final int DEEPEST = 24;
    private static final int MOST_NODES = 100_000;
    private static final int LONGEST_KEY = 200;
    private static final YAMLFactory FACTORY = YAMLFactory.builder().build();

    private final YAMLParser parser;
    private final String file;
    private final String[] lines;
    private final Problems problems;
    private int nodes;

    private Yaml(YAMLParser parser, SourceText source, Problems problems) {
        this.parser = parser;
        this.file = source.name();
        this.lines = source.text().split("\\R", -1);
        this.problems = problems;
    }

    /// Thrown to leave the parser at a problem after which the rest cannot be understood.
    private static final class Stop extends RuntimeException {
        Stop() {
            super("stopped", null, false, false);
        }
    }

    /// Returns the root, or null when the text cannot be read; the problems then say why.
    static @Nullable Node read(SourceText source, Problems problems) {
        if (!SourceText.hasOnlyText(source.text(), source.name(), problems)) {
            return null;
        }
        try (var parser = (YAMLParser) FACTORY.createParser(ObjectReadContext.empty(), source.text())) {
            return new Yaml(parser, source, problems).document();
        } catch (Stop e) {
            return null;
        } catch (JacksonException e) {
            problems.add(unreadable(e, source.name()));
            return null;
        }
    }

    private @Nullable Node document() {
        var first = parser.nextToken();
        if (first == null) {
            throw stop(new Place(file, 1, 1), "an empty file", "a map with the keys of a device");
        }
        var root = value(first, Path.ROOT, 0);
        if (parser.nextToken() != null) {
            throw stop(here(), "a second document", "one document in a file");
        }
        return root;
    }

    private Node value(JsonToken token, Path path, int depth) {
        refuse(path);
        if (++nodes > MOST_NODES) {
            throw stop(here(), "more than %d values".formatted(MOST_NODES), "a smaller file");
        }
        if (depth > DEEPEST) {
            throw stop(here(), "more than %d levels of brackets or indents".formatted(DEEPEST), "a flatter file");
        }
        return switch (token) {
            case START_OBJECT -> map(path, depth);
            case START_ARRAY -> list(path, depth);
            case VALUE_NULL -> new Node.Scalar(here(), path, "");
            default -> new Node.Scalar(here(), path, String.valueOf(parser.getString()));
        };
    }

    private Node map(Path path, int depth) {
        var place = here();
        var entries = new LinkedHashMap<String, Node.Entry>();
        while (next() != JsonToken.END_OBJECT) {
            var key = here();
            var name = String.valueOf(parser.currentName());
            refuse(path);
            if (name.length() > LONGEST_KEY) {
                throw stop(key, "a key of %d characters".formatted(name.length()), "a shorter key");
            }
            var value = value(next(), path.to(name), depth + 1);
            if (name.equals("name") && value instanceof Node.Scalar scalar && isIndex(path)) {
                path.call(scalar.text());
            }
            var before = entries.putIfAbsent(name, new Node.Entry(key, value));
            if (before != null) {
                problems.add(new Problem(
                        key,
                        value.path().toString(),
                        "the key \"%s\" again".formatted(Problem.shown(name)),
                        "it once; it already stands in line " + before.key().line(),
                        null,
                        null));
            }
        }
        return new Node.Fields(place, path, entries);
    }

    private static boolean isIndex(Path path) {
        var last = path.last();
        return !last.isEmpty() && last.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private Node list(Path path, int depth) {
        var place = here();
        List<Node> items = new ArrayList<>();
        for (var token = next(); token != JsonToken.END_ARRAY; token = next()) {
            items.add(value(token, path.to(Integer.toString(items.size())), depth + 1));
        }
        return new Node.Items(place, path, items);
    }

    private JsonToken next() {
        var token = parser.nextToken();
        if (token == null) {
            throw stop(here(), "the end of the file", "the rest of a map or list");
        }
        return token;
    }

    private void refuse(Path path) {
        if (parser.isCurrentAlias()) {
            throw stop(path, "an alias (*)", "the value itself; a device file has no anchors and aliases");
        }
        if (parser.getObjectId() != null || standsAtAnchor()) {
            throw stop(path, "an anchor (&)", "the value alone; a device file has no anchors and aliases");
        }
        if (parser.getTypeId() != null) {
            throw stop(path, "a tag (!)", "the value alone; a device file has no tags");
        }
    }

    /// The parser keeps the anchor of a map or list only; that of a scalar or key is seen where it is written.
    private boolean standsAtAnchor() {
        var at = here();
        return at.line() <= lines.length
                && at.column() <= lines[at.line() - 1].length()
                && lines[at.line() - 1].charAt(at.column() - 1) == '&';
    }

    private Stop stop(Path path, String found, String expected) {
        problems.add(new Problem(here(), path.toString(), found, expected, null, null));
        return new Stop();
    }

    private Stop stop(Place place, String found, String expected) {
        problems.add(new Problem(place, "", found, expected, null, null));
        return new Stop();
    }

    private Place here() {
        var at = parser.currentTokenLocation();
        return new Place(file, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }

    private static Problem unreadable(JacksonException e, String file) {
        var at = e.getLocation();
        int line = at == null ? 1 : Math.max(1, at.getLineNr());
        int column = at == null ? 1 : Math.max(1, at.getColumnNr());
        var first = String.valueOf(e.getOriginalMessage()).lines().map(String::strip).filter(s -> !s.isEmpty()).toList();
        var why = first.isEmpty() ? "unreadable text" : reason(first);
        return new Problem(new Place(file, line, column), "", "text that is not YAML (" + why + ")", "YAML", "key: value", null);
    }

    /// The parser's sentence about what it met, without its own line numbers and quotations.
    private static String reason(List<String> lines) {
        var about = lines.stream().filter(line -> !line.startsWith("in ") && !line.startsWith("^")).limit(3).toList();
        var last = about.stream().filter(s -> s.startsWith("expected") || s.startsWith("found") || s.startsWith("mapping") || s.startsWith("could"))
                .findFirst()
                .orElse(about.isEmpty() ? "unreadable" : about.get(0));
        return Problem.shown(last);
    }
}
