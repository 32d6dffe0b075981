package app.tidings.curation.summary.model;

import app.tidings.curation.language.Language;
import app.tidings.curation.summary.Summarizer.Reading;
import app.tidings.curation.summary.Summarizer.Summary;
import app.tidings.curation.text.PlainText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a model said, and believes none of it: what is no summary in the language that was asked for is refused. Pure. */
final class ReadAnswer {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 500;
    private static final int LONGEST_TITLE = 200;
    private static final int SHORTEST = 15;
    private static final Pattern FENCE = Pattern.compile("^```(?:json)?\\s*|\\s*```$");
    private static final Pattern MARKUP = Pattern.compile(
            "(?i:[a-z]{3,}:/|mailto:|javascript:)|www\\.|<[/!]?[a-zA-Z-]|\\]\\(|[`\\p{Cc}]|\\*\\*|^#|^[-*] ",
            Pattern.MULTILINE);

    private ReadAnswer() {}

    /** The answer's form. */
    private record Form(@Nullable String title, @Nullable String summary) {}

    /** The summary; empty where it is not worth showing to an editor. */
    static Optional<Summary> of(String answer, String language, Reading reading) {
        return form(answer).flatMap(form -> summary(form, language, reading));
    }

    private static Optional<Form> form(String answer) {
        try {
            return Optional.ofNullable(
                    JSON.readValue(FENCE.matcher(answer.strip()).replaceAll(""), Form.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Optional<Summary> summary(Form form, String language, Reading reading) {
        var said = form.summary() == null ? "" : form.summary().strip();
        var text = Objects.requireNonNullElse(PlainText.line(said, LONGEST), "");
        if (text.length() < SHORTEST || said.length() > LONGEST || !isPlain(said, language)) {
            return Optional.empty();
        }
        var title = title(form, language, reading);
        var source = reading.title() + "\n" + reading.text();
        return Optional.of(new Summary(text, title, doubts(text, title, source)));
    }

    private static List<String> doubts(String text, @Nullable String title, String source) {
        return Grounding.missing(title == null ? text : title + "\n" + text, source);
    }

    private static @Nullable String title(Form form, String language, Reading reading) {
        var title = form.title() == null ? "" : form.title().strip();
        var fits = !title.isEmpty()
                && title.length() <= LONGEST_TITLE
                && !MARKUP.matcher(title).find();
        return fits && !title.equals(reading.title()) && isIn(title, language)
                ? PlainText.line(title, LONGEST_TITLE)
                : null;
    }

    private static boolean isPlain(String text, String language) {
        return !MARKUP.matcher(text).find() && isIn(text, language);
    }

    /** Names alone may be in any language; only what can be told to be another one is refused. */
    private static boolean isIn(String text, String language) {
        return Language.ofTitle(text)
                .map(found -> Language.same(found, language))
                .orElse(true);
    }
}
