package app.tidings.notify.letter;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.internet.MimeUtility;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/** Text in mail headers: never more than one header, lines that every relay takes, any script (RFC 5322, RFC 2047). */
final class HeaderText {

    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Z}]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}&&[^\\u200c\\u200d]]");
    private static final Pattern PLAIN_NAME = Pattern.compile("[a-zA-Z0-9 !#$%&'*+/=?^_`{|}~-]*");
    private static final int MAX_CHARACTERS = 500;
    private static final int MAX_WORD = 60;
    private static final int MAX_LINE = 76;
    private static final int AROUND_A_WORD = "=?UTF-8?B??=".length();

    private HeaderText() {}

    /** On one line: breaks of any kind become spaces, what cannot be seen is taken out. */
    static String oneLine(String text) {
        var line = INVISIBLE
                .matcher(BREAKS.matcher(text).replaceAll(" "))
                .replaceAll("")
                .strip();
        return line.codePointCount(0, line.length()) <= MAX_CHARACTERS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MAX_CHARACTERS));
    }

    /** A whole header line with free text, folded. */
    static String unstructured(String name, String text) {
        var line = oneLine(text);
        var value = isPlain(line) ? MimeUtility.fold(name.length() + 2, line) : encodedWords(name.length() + 2, line);
        return name + ": " + value + "\r\n";
    }

    /** A whole header line with a name and an address. */
    static String mailbox(String name, String displayName, String address) {
        var line = oneLine(displayName);
        if (line.isEmpty()) {
            return name + ": " + address + "\r\n";
        }
        var phrase = isPlain(line) && PLAIN_NAME.matcher(line).matches()
                ? MimeUtility.fold(name.length() + 2, line)
                : encodedWords(name.length() + 2, line);
        return name + ": " + phrase + "\r\n <" + address + ">\r\n";
    }

    /** Can stand as it is: nothing beyond ASCII, nothing that looks encoded, no word too long to fold. */
    private static boolean isPlain(String line) {
        return line.chars().allMatch(c -> c < 0x7f)
                && !line.contains("=?")
                && Arrays.stream(line.split(" ")).allMatch(word -> word.length() <= MAX_WORD);
    }

    /** Each word on a line of its own, the first behind what is used of its line; none with half a character. */
    private static String encodedWords(int used, String line) {
        var words = new ArrayList<String>();
        var from = 0;
        var bytes = 0;
        var room = room(used);
        for (var i = 0; i < line.length(); i = line.offsetByCodePoints(i, 1)) {
            var next = line.substring(i, line.offsetByCodePoints(i, 1)).getBytes(UTF_8).length;
            if (bytes + next > room) {
                words.add(encodedWord(line.substring(from, i)));
                from = i;
                bytes = 0;
                room = room(1);
            }
            bytes += next;
        }
        words.add(encodedWord(line.substring(from)));
        return String.join("\r\n ", words);
    }

    /** Bytes that fit into a word on a line of which so much is used. */
    private static int room(int used) {
        return (MAX_LINE - used - AROUND_A_WORD) / 4 * 3;
    }

    private static String encodedWord(String text) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(UTF_8)) + "?=";
    }
}
