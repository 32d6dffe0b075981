package app.tidings.render.edition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import app.tidings.contracts.EditionEvent.Marks;
import app.tidings.contracts.Ids;
import app.tidings.render.prose.Lines;

/** What a mail shows before it is opened, and the marks that stand in it for a reader's own addresses. */
public record Envelope(String subject, String preheader, Marks marks) {

    /** Keeps the beginning of the mail out of the preview when the preheader is short. */
    public static final String REST_OF_PREVIEW = "&#847;&zwnj;&nbsp;".repeat(40);

    private static final int PREHEADER_LENGTH = 120;
    private static final int TITLES = 3;
    private static final int DIGEST_LENGTH = 40;

    /** The envelope of an edition: the title, the first headlines. */
    public static Envelope of(Edition edition) {
        var titles = edition.entries().limit(TITLES).map(Edition.Entry::title).collect(joining(" · "));
        return new Envelope(
                edition.title(),
                Lines.beginning(titles.isEmpty() ? edition.description() : titles, PREHEADER_LENGTH),
                marks(edition));
    }

    /** The digest covers every text of the edition, so no text can hold a mark that is made from it. */
    private static Marks marks(Edition edition) {
        var content = edition.id() + "\n" + MarkdownFormat.text(edition);
        var digest = Ids.contentHash(content.getBytes(UTF_8)).substring(0, DIGEST_LENGTH);
        return new Marks("tidings-unsubscribe-" + digest, "tidings-preferences-" + digest);
    }
}
