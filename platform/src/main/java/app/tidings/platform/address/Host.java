package app.tidings.platform.address;

import java.net.IDN;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The host of an address as DNS, TLS and the Host header take it: lower-case ASCII without a trailing dot. Whatever names an
 * IP address, be it decimal, octal, hexadecimal, shortened or in full-width digits, becomes that address here, so that no
 * later step can read it otherwise.
 *
 * @param name a DNS name, or the address in its usual notation (IPv6 without brackets)
 * @param literal the address, where the host is one
 */
public record Host(String name, @Nullable InetAddress literal) {

    private static final int MAX_LENGTH = 253;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");
    private static final Pattern BRACKETED = Pattern.compile("\\[([0-9a-fA-F:.]{2,45})]");

    /** Sharp s, final sigma and the two joiners: old and new IDNA lead them to different sites, so we go to neither. */
    private static final Pattern AMBIGUOUS = Pattern.compile("[\u00df\u03c2\u200c\u200d]");

    /** Reads the host part of an authority, IPv6 in brackets; empty if it is none that could be reached safely. */
    public static Optional<Host> parse(String text) {
        if (text.startsWith("[")) {
            return bracketed(text);
        }
        return ascii(text).map(Host::withoutTrailingDot).flatMap(Host::nameOrNumber);
    }

    /** Whether only this machine or its own network can know the name, or it is an address: no public name. */
    public boolean isLocal() {
        return literal != null || name.indexOf('.') < 0 || name.endsWith(".localhost");
    }

    /** The host as an authority shows it, IPv6 in brackets. */
    public String inAuthority() {
        return name.indexOf(':') < 0 ? name : "[" + name + "]";
    }

    private static Optional<Host> bracketed(String text) {
        var brackets = BRACKETED.matcher(text);
        if (!brackets.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(Inet6Address.ofLiteral(brackets.group(1))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> ascii(String text) {
        if (text.length() > MAX_LENGTH + 1) {
            return Optional.empty();
        }
        if (text.chars().allMatch(c -> c < 0x80)) {
            return Optional.of(text.toLowerCase(Locale.ROOT));
        }
        var mapped = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        if (AMBIGUOUS.matcher(mapped).find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(IDN.toASCII(mapped, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String withoutTrailingDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static Optional<Host> nameOrNumber(String name) {
        var last = name.substring(name.lastIndexOf('.') + 1);
        if (NUMBER.matcher(last).matches()) {
            return number(name);
        }
        return isName(name, last) ? Optional.of(new Host(name, null)) : Optional.empty();
    }

    private static Optional<Host> number(String name) {
        try {
            return Optional.of(of(Inet4Address.ofPosixLiteral(name)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isName(String name, String last) {
        if (name.length() > MAX_LENGTH || last.isEmpty() || Character.isDigit(last.charAt(0))) {
            return false;
        }
        for (var label : name.split("\\.", -1)) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return true;
    }

    private static Host of(InetAddress address) {
        return new Host(address.getHostAddress(), address);
    }
}
