package app.tidings.bench.mails;

import app.tidings.contracts.Announce;
import app.tidings.contracts.EditionEvent.EditionRendered;
import app.tidings.contracts.EditionEvent.Email;
import app.tidings.contracts.EditionEvent.Marks;
import app.tidings.contracts.Ids;
import app.tidings.notify.letter.Copy;
import app.tidings.notify.letter.Letter;
import app.tidings.notify.letter.Letter.Header;
import app.tidings.notify.letter.PreparedLetter;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * An edition whose mail has a given size on the wire, as curation and render would have made it of a long issue.
 *
 * @param email the finished bodies with the marks of the reader's own links
 */
record BigEdition(Email email) {

    private static final String PUBLICATION = "tidings-weekly";
    private static final String LANGUAGE = "en";
    private static final Marks MARKS =
            new Marks("https://mark.invalid/unsubscribe", "https://mark.invalid/preferences");
    private static final String LINE = "A queue keeps what a broker has sent until a reader says that it was taken in.";
    private static final int OVERHEAD = 1_500;

    /** A quarter of it is the text, the rest HTML. */
    static BigEdition ofBytes(int wanted) {
        var lines = Math.max(4, (wanted - OVERHEAD) / (LINE.length() + 11));
        var text = new StringBuilder();
        var html = new StringBuilder("<!doctype html><html lang=\"en\"><body>\n");
        for (var i = 0; i < lines; i++) {
            if (i % 4 == 0) {
                text.append(LINE).append('\n');
            } else {
                html.append("<p>").append(LINE).append("</p>\n");
            }
        }
        var links = "%s\n%s\n".formatted(MARKS.unsubscribe(), MARKS.preferences());
        html.append("<p><a href=\"%s\">Leave</a> <a href=\"%s\">Choose</a></p></body></html>\n"
                .formatted(MARKS.unsubscribe(), MARKS.preferences()));
        return new BigEdition(new Email("Tidings Weekly #1", "What is in it", html.toString(), text + links, MARKS));
    }

    /** What render says of it; each number is another issue. */
    EditionRendered event(int number, Instant now) {
        var issue = "%s:01BENCH%019d".formatted(PUBLICATION, number);
        return new EditionRendered(
                Ids.edition(issue, LANGUAGE, "full"),
                issue,
                1,
                1,
                number,
                LANGUAGE,
                "full",
                email.subject(),
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                URI.create("http://127.0.0.1:8083/issues/" + number),
                Announce.ALL_SUBSCRIBERS,
                email,
                List.of(),
                now);
    }

    /** The letter as notify prepares it, for the sender alone. */
    PreparedLetter letter() {
        return new PreparedLetter(new Letter(
                "newsletter@localhost",
                "Tidings Weekly",
                email.subject(),
                LANGUAGE,
                email.text(),
                email.html(),
                List.of(MARKS.unsubscribe(), MARKS.preferences()),
                List.of(new Header("List-Id", "<%s.localhost>".formatted(PUBLICATION)))));
    }

    /** One reader's copy. */
    static Copy copy(int number, Instant now) {
        var link = "http://127.0.0.1:8084/subscribe/leave?t=" + "k".repeat(90) + number;
        return new Copy(
                "reader-%d@example.org".formatted(number),
                "<%040d@localhost>".formatted(number),
                now,
                Map.of(MARKS.unsubscribe(), link, MARKS.preferences(), link),
                List.of(
                        new Header("List-Unsubscribe", "<" + link + ">"),
                        new Header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")));
    }

    /** Bytes of one copy. */
    int bytes() {
        return letter().copy(copy(1, Instant.EPOCH)).length;
    }

    String publicationId() {
        return PUBLICATION;
    }

    String language() {
        return LANGUAGE;
    }
}
