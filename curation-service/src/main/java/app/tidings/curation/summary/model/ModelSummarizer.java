package app.tidings.curation.summary.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.curation.summary.Summarizer;
import app.tidings.curation.summary.model.Answer.Busy;
import app.tidings.curation.summary.model.Answer.Refused;
import app.tidings.curation.summary.model.Answer.Said;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A model's summaries for one publication in one language. Where it has none, the extractive one stands, and the reason is
 * counted.
 */
record ModelSummarizer(Models models, String publication, String language) implements Summarizer {

    /**
     * {@inheritDoc}
     *
     * @throws NotNow if it may have an answer later
     */
    @Override
    public Optional<Summary> summary(Reading reading) {
        var hash = hash(reading);
        var answer = models.store().answer(hash).or(() -> ask(reading));
        var summary = answer.flatMap(said -> ReadAnswer.of(said, language, reading));
        if (summary.isPresent()) {
            models.store().keepAnswer(hash, answer.orElseThrow());
        } else if (answer.isPresent()) {
            fellBack("garbage");
        }
        return summary;
    }

    private Optional<String> ask(Reading reading) {
        var now = models.clock().instant().atZone(ZoneOffset.UTC);
        if (!models.store().takeOne(now.toLocalDate(), models.settings().dailyCalls())) {
            fellBack("budget");
            var tomorrow = now.toLocalDate().plusDays(1).atStartOfDay(ZoneOffset.UTC);
            throw new NotNow("budget", Duration.between(now, tomorrow));
        }
        var orders = new Prompts(models.settings().prompts()).of(publication, language, reading);
        return switch (models.client().ask(orders.orders(), orders.material())) {
            case Said(var text) -> Optional.of(text);
            case Refused(var reason) -> {
                fellBack(reason);
                yield Optional.empty();
            }
            case Busy(var reason, var wait) -> {
                fellBack(reason);
                throw new NotNow(reason, wait);
            }
        };
    }

    private void fellBack(String reason) {
        models.meters().counter("tidings.model.fallbacks", "reason", reason).increment();
    }

    /** Of all that the answer depends on. */
    private String hash(Reading reading) {
        var orders = models.settings().prompts().toString();
        var asked = String.join(
                "\0", models.settings().name(), orders, publication, language, reading.title(), reading.text());
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(asked.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
