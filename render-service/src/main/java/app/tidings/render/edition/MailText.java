package app.tidings.render.edition;

import static java.util.stream.Collectors.joining;

import app.tidings.render.edition.Edition.Credits;
import app.tidings.render.edition.Edition.Entry;
import app.tidings.render.edition.Edition.Name;
import app.tidings.render.edition.Edition.Notice;
import app.tidings.render.prose.ProseText;
import app.tidings.render.words.Word;
import app.tidings.render.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The text part of a mail: the same as its HTML, for readers and machines that want none. */
final class MailText {

    private static final String RULE = "-".repeat(24);

    private final Edition edition;
    private final Words words;
    private final List<String> blocks = new ArrayList<>();

    private MailText(Edition edition) {
        this.edition = edition;
        this.words = edition.words();
    }

    static String of(Edition edition, Envelope envelope, boolean shortened) {
        return new MailText(edition).write(envelope, shortened);
    }

    private String write(Envelope envelope, boolean shortened) {
        blocks.add(edition.title());
        blocks.add(words.date(edition.date()) + "\n" + words.say(Word.READ_ON_THE_WEB) + " " + edition.page());
        if (shortened) {
            blocks.add(words.say(Word.MAIL_SHORTENED));
        }
        edition.introduction().forEach(this::add);
        add(edition.count());
        edition.notices().forEach(this::add);
        for (var section : edition.sections()) {
            blocks.add(section.emoji() + " " + section.name() + "\n" + RULE);
            section.entries().forEach(this::add);
            section.after().forEach(this::add);
        }
        blocks.add(RULE + "\n" + foot(envelope));
        return String.join("\n\n", blocks) + "\n";
    }

    private void add(String block) {
        if (!block.isEmpty()) {
            blocks.add(block);
        }
    }

    private void add(Notice notice) {
        if (!notice.heading().isEmpty()) {
            blocks.add(notice.heading() + "\n" + RULE);
        }
        add(notice.label());
        add(ProseText.withAddresses(notice.text()));
    }

    private void add(Entry entry) {
        var head = Stream.of(
                        entry.number() + ". " + entry.title(),
                        entry.mark(),
                        entry.onlyIn(),
                        entry.stars().isEmpty() ? "" : "★ " + entry.stars())
                .filter(part -> !part.isEmpty())
                .collect(joining(" "));
        blocks.add(entry.url() == null ? head : head + "\n" + entry.url());
        add(ProseText.withAddresses(entry.comment()));
        add(credits(entry.credits()));
        entry.pictures()
                .forEach(picture -> blocks.add(Stream.of(
                                picture.caption().isEmpty() ? picture.alt() : picture.caption(),
                                picture.url().toString())
                        .filter(part -> !part.isEmpty())
                        .collect(joining(" "))));
    }

    private static String credits(Credits credits) {
        return credits.names().isEmpty()
                ? ""
                : credits.before()
                        + credits.names().stream().map(Name::text).collect(joining(credits.separator()))
                        + credits.after();
    }

    private String foot(Envelope envelope) {
        var imprint = edition.imprint();
        return Stream.of(
                        words.say(Word.MAIL_WHY, edition.masthead().name()),
                        words.say(Word.PREFERENCES) + " " + envelope.marks().preferences(),
                        words.say(Word.UNSUBSCRIBE) + " " + envelope.marks().unsubscribe(),
                        words.say(Word.PUBLISHER, imprint.publisher()),
                        imprint.postalAddress(),
                        imprint.license() == null ? null : words.say(Word.LICENSE, imprint.license()))
                .filter(Objects::nonNull)
                .collect(joining("\n"));
    }
}
