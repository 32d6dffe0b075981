package app.tidings.notify.channel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A whole reply of a relay: its code and the texts of its lines. */
record SmtpReply(int code, List<String> lines) {

    private static final int MAX_LINES = 100;
    private static final int MAX_SHOWN = 160;
    private static final Pattern LINE = Pattern.compile("([2-5][0-9]{2})([ -].*)?", Pattern.DOTALL);
    private static final Pattern TELLS_OF_SOMEBODY = Pattern.compile(
            "\\S*@\\S*|\\[?\\b\\d{1,3}(\\.\\d{1,3}){3}\\b]?|\\[?\\b[0-9a-fA-F]{0,4}(:[0-9a-fA-F]{0,4}){2,7}]?");

    /** Where lines come from. */
    @FunctionalInterface
    interface Lines {
        String next() throws IOException;
    }

    SmtpReply {
        lines = List.copyOf(lines);
    }

    /** Reads one reply of any number of lines, which all have its code. */
    static SmtpReply read(Lines source) throws IOException {
        var texts = new ArrayList<String>();
        var code = 0;
        while (texts.size() < MAX_LINES) {
            var line = source.next();
            var matched = LINE.matcher(line);
            if (!matched.matches() || (code != 0 && Integer.parseInt(matched.group(1)) != code)) {
                throw new IOException("the relay does not speak SMTP");
            }
            code = Integer.parseInt(matched.group(1));
            texts.add(line.length() > 4 ? line.substring(4) : "");
            if (line.length() == 3 || line.charAt(3) == ' ') {
                return new SmtpReply(code, texts);
            }
        }
        throw new IOException("the relay's reply has no end");
    }

    boolean isRefusal() {
        return code >= 400;
    }

    boolean isPermanent() {
        return code >= 500;
    }

    /**
     * Code and text in a line, without anything that tells of the recipient or of somebody's machine.
     *
     * @param recipient its part before the @ is taken out wherever it stands
     */
    String shown(String recipient) {
        var local = recipient.replaceAll("@.*", "");
        var told = String.join(" ", lines);
        var text = TELLS_OF_SOMEBODY
                .matcher(local.isEmpty() ? told : told.replaceAll("(?i)" + Pattern.quote(local), "…"))
                .replaceAll("…")
                .replaceAll("[^\\x20-\\x7e…]", "?")
                .strip();
        return (code + " " + (text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) : text)).strip();
    }
}
