package app.tidings.ingest.connector;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * What a {@code robots.txt} lets one crawler see (RFC 9309 §2.2): of all its rules that match a path the longest decides, and
 * of two as long the one that allows.
 */
record RobotsRules(List<Rule> rules) {

    /** Everything may be seen. */
    static final RobotsRules ALL = new RobotsRules(List.of());

    /** Nothing may. */
    static final RobotsRules NOTHING = new RobotsRules(List.of(new Rule(false, "/")));

    /** No more of a document is read (RFC 9309 §2.5). */
    private static final int MAX_BYTES = 500 * 1024;

    private static final int MAX_PATTERN = 2_000;
    private static final String UNRESERVED = "-._~";
    private static final String KEPT = UNRESERVED + "/?#[]@!$&'()*+,;=:%";

    /** One line of a group. */
    record Rule(boolean allows, String pattern) {}

    /** The lines of one group, and for whom it is. */
    private record Group(List<String> agents, List<Rule> rules) {

        boolean isFor(String token) {
            return agents.stream().anyMatch(token::equalsIgnoreCase);
        }
    }

    /**
     * Reads the rules for a crawler: those of every group that names it, else those for all.
     *
     * @param token the crawler's product token, such as {@code Tidings}
     */
    static RobotsRules of(byte[] document, String token) {
        var groups = groups(new String(document, 0, Math.min(MAX_BYTES, document.length), UTF_8));
        var own = groups.stream().anyMatch(group -> group.isFor(token));
        return new RobotsRules(groups.stream()
                .filter(group -> group.isFor(own ? token : "*"))
                .flatMap(group -> group.rules().stream())
                .toList());
    }

    private static List<Group> groups(String document) {
        var groups = new ArrayList<Group>();
        for (var line : document.lines().toList()) {
            var comment = line.indexOf('#');
            var said = comment < 0 ? line : line.substring(0, comment);
            var colon = said.indexOf(':');
            if (colon < 0) {
                continue;
            }
            var key = said.substring(0, colon).replace("\ufeff", "").strip().toLowerCase(Locale.ROOT);
            var value = said.substring(colon + 1).strip();
            switch (key) {
                case "user-agent" -> name(groups, value);
                case "allow", "disallow" -> add(groups, key.equals("allow"), value);
                default -> {
                    // sitemaps and the like are no part of a group
                }
            }
        }
        return groups;
    }

    private static void name(List<Group> groups, String agent) {
        if (groups.isEmpty() || !groups.getLast().rules().isEmpty()) {
            groups.add(new Group(new ArrayList<>(), new ArrayList<>()));
        }
        // a version behind the token does not belong to it
        groups.getLast().agents().add(agent.replaceFirst("[^A-Za-z_*-].*", ""));
    }

    /** An empty rule says nothing, but ends the list of agents. */
    private static void add(List<Group> groups, boolean allows, String pattern) {
        if (!groups.isEmpty() && pattern.length() <= MAX_PATTERN) {
            groups.getLast().rules().add(new Rule(allows, normal(pattern)));
        }
    }

    /** Whether what has this path and query may be seen. */
    boolean allow(String pathAndQuery) {
        var path = normal(pathAndQuery);
        if (path.equals("/robots.txt")) {
            return true;
        }
        var longest = -1;
        var allowed = true;
        for (var rule : rules) {
            var length = rule.pattern().length();
            var decides = length > longest || (length == longest && rule.allows());
            if (length > 0 && decides && matches(rule.pattern(), path)) {
                longest = length;
                allowed = rule.allows();
            }
        }
        return allowed;
    }

    /** {@code *} stands for anything, a {@code $} at the end for the end; all else for itself, from the beginning. */
    private static boolean matches(String pattern, String path) {
        var toTheEnd = pattern.endsWith("$");
        var parts = (toTheEnd ? pattern.substring(0, pattern.length() - 1) : pattern).split("\\*", -1);
        if (!path.startsWith(parts[0])) {
            return false;
        }
        var at = parts[0].length();
        for (var part : Arrays.asList(parts).subList(1, parts.length)) {
            var found = path.indexOf(part, at);
            if (found < 0) {
                return false;
            }
            at = found + part.length();
        }
        // each part was found as early as can be, so an end that fits lies behind all the others
        return !toTheEnd || at == path.length() || (parts.length > 1 && path.endsWith(parts[parts.length - 1]));
    }

    /** One spelling of what is the same (RFC 9309 §2.2.2): encoded what must be, and not encoded what need not. */
    private static String normal(String path) {
        var normal = new StringBuilder();
        var bytes = path.getBytes(UTF_8);
        for (var i = 0; i < bytes.length; i++) {
            var value = bytes[i] & 0xff;
            if (value == '%' && i + 2 < bytes.length && isHex(bytes[i + 1]) && isHex(bytes[i + 2])) {
                value = HexFormat.fromHexDigits(new String(bytes, i + 1, 2, UTF_8));
                i += 2;
                append(normal, value, UNRESERVED);
            } else {
                append(normal, value, KEPT);
            }
        }
        return normal.toString();
    }

    private static boolean isHex(byte value) {
        return HexFormat.isHexDigit(value & 0xff);
    }

    private static void append(StringBuilder normal, int value, String kept) {
        if (value < 0x80 && (Character.isLetterOrDigit(value) || kept.indexOf(value) >= 0)) {
            normal.append((char) value);
        } else {
            normal.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) value));
        }
    }
}
