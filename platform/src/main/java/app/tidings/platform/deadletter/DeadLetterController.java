package app.tidings.platform.deadletter;

import app.tidings.platform.deadletter.ReplayDeadLetter.Outcome.Replayed;
import app.tidings.platform.deadletter.ReplayDeadLetter.Outcome.Unknown;
import app.tidings.platform.deadletter.ReplayDeadLetter.Outcome.WithoutValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What the service could not handle, for people: list, replay, discard. */
@RestController
@RequestMapping("/api/v1/${tidings.service}/dead-letters")
class DeadLetterController {

    private static final int PAGE = 50;

    private final DeadLetters letters;
    private final ReplayDeadLetter replay;

    /** A page of dead letters; {@code next} is the cursor of the next page, if there may be one. */
    record Page(List<DeadLetter> deadLetters, @Nullable String next) {}

    DeadLetterController(DeadLetters letters, ReplayDeadLetter replay) {
        this.letters = letters;
        this.replay = replay;
    }

    @GetMapping
    Page list(@RequestParam(required = false) @Nullable String cursor) {
        var page = letters.page(cursor, PAGE);
        return new Page(page, page.size() < PAGE ? null : page.getLast().id());
    }

    @PostMapping("/{id}/replay")
    DeadLetter replay(@PathVariable String id) {
        return switch (replay.run(id)) {
            case Replayed(var letter) -> letter;
            case Unknown() -> throw unknown(id);
            case WithoutValue() ->
                throw new ResponseStatusException(
                        HttpStatus.CONFLICT, "the dead letter %s has no value to put back; discard it".formatted(id));
        };
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable String id) {
        if (!letters.discard(id)) {
            throw unknown(id);
        }
    }

    private static ResponseStatusException unknown(String id) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no dead letter " + id);
    }
}
