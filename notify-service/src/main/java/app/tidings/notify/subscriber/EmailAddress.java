package app.tidings.notify.subscriber;

import app.tidings.contracts.BadValue;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A mail address that can be written to, and nothing else: no quoting, comments, routes, address literals, line breaks or
 * invisible characters. The domain is kept in lower case as it goes over the wire. Never shows itself in a log.
 */
public final class EmailAddress {

    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL_BYTES = 64;
    private static final Pattern LOCAL_PART = Pattern.compile(
            "[a-zA-Z0-9!#$%&'*+/=?^_`{|}~\\-\\p{L}\\p{M}\\p{Nd}]+(\\.[a-zA-Z0-9!#$%&'*+/=?^_`{|}~\\-\\p{L}\\p{M}\\p{Nd}]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    private final String local;
    private final String domain;

    private EmailAddress(String local, String domain) {
        this.local = local;
        this.domain = domain;
    }

    /**
     * Reads an address as somebody typed it.
     *
     * @throws BadValue saying what is wrong, without repeating the text
     */
    public static EmailAddress of(String typed) {
        var text = Normalizer.normalize(withoutSpacesAround(typed), Normalizer.Form.NFC);
        var at = text.lastIndexOf('@');
        if (at < 1 || at == text.length() - 1) {
            throw new BadValue("email is not of the form name@example.org");
        }
        var local = text.substring(0, at);
        var domain = domain(text.substring(at + 1));
        if (!LOCAL_PART.matcher(local).matches() || local.getBytes(StandardCharsets.UTF_8).length > MAX_LOCAL_BYTES) {
            throw new BadValue("the part of email before the @ is too long or has a character that is not allowed");
        }
        if (local.length() + 1 + domain.length() > MAX_LENGTH) {
            throw new BadValue("email is longer than %d characters".formatted(MAX_LENGTH));
        }
        return new EmailAddress(local, domain);
    }

    private static String withoutSpacesAround(String typed) {
        if (typed.length() > 2 * MAX_LENGTH) {
            throw new BadValue("email is longer than %d characters".formatted(MAX_LENGTH));
        }
        return typed.replaceAll("^ +| +$", "");
    }

    private static String domain(String typed) {
        try {
            var domain = IDN.toASCII(typed, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            if (DOMAIN.matcher(domain).matches()) {
                return domain;
            }
        } catch (IllegalArgumentException e) {
            throw new BadValue("the part of email after the @ is not a domain name", e);
        }
        throw new BadValue("the part of email after the @ is not a domain name, such as example.org");
    }

    /** As it is written to. */
    public String text() {
        return local + "@" + domain;
    }

    /** The same for spellings that reach the same mailbox everywhere: the case of letters does not count. */
    public String canonical() {
        return text().toLowerCase(Locale.ROOT);
    }

    /** As {@link #canonical}, also without what stands behind a plus sign: one mailbox, whatever tags it is given. */
    public String mailbox() {
        var plus = local.indexOf('+');
        return plus < 1 ? canonical() : (local.substring(0, plus) + "@" + domain).toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EmailAddress that && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return "an address at " + domain.replaceAll(".*\\.", "…");
    }
}
