package app.tidings.curation.summary.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.contracts.Ids;
import app.tidings.curation.summary.Summarizer;
import app.tidings.curation.summary.model.Answer.Busy;
import app.tidings.curation.summary.model.Answer.Refused;
import app.tidings.curation.summary.model.Answer.Said;
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
        var orders = new Prompts(models.settings().prompts()).orders(publication, language);
        var hash = hash(orders, reading);
        var answer = models.store().answer(hash).or(() -> ask(orders, reading));
        var summary = answer.flatMap(said -> ReadAnswer.of(said, language, reading));
        if (summary.isPresent()) {
            models.store().keepAnswer(hash, answer.orElseThrow());
        } else if (answer.isPresent()) {
            models.fellBack("garbage");
        }
        return summary;
    }

    private Optional<String> ask(String orders, Reading reading) {
        models.mayAsk().ifPresent(later -> {
            models.fellBack(String.valueOf(later.getMessage()));
            throw later;
        });
        var told = Prompts.told(orders, reading);
        return switch (models.client().ask(told.orders(), told.material())) {
            case Said(var text) -> Optional.of(text);
            case Refused(var reason) -> {
                models.fellBack(reason);
                yield Optional.empty();
            }
            case Busy(var reason, var wait) -> {
                models.fellBack(reason);
                models.leaveAlone(wait);
                throw NotNow.answered(reason, wait);
            }
        };
    }

    /** Of all that the answer depends on. */
    private String hash(String orders, Reading reading) {
        var asked = String.join("\0", models.settings().name(), orders, reading.title(), reading.text());
        return Ids.contentHash(asked.getBytes(UTF_8));
    }
}
