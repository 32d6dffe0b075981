package app.tidings.local.prove.check;

import app.tidings.local.stage.Story;
import java.util.List;

/** Tells the verdicts so that a stranger can read them. */
public final class Report {

    private static final int MOST_FAULTS = 10;
    private static final int PROMISE_COLUMNS = 4;

    private final Story story;

    /** Tells them there. */
    public Report(Story story) {
        this.story = story;
    }

    /** Tells each verdict; says whether all promises held. */
    public boolean tell(List<Verdict> verdicts) {
        story.chapter("Verdicts");
        verdicts.forEach(this::tell);
        var broken = verdicts.stream().filter(each -> !each.holds()).count();
        story.blank();
        story.say(
                broken == 0
                        ? "All %d promises held.".formatted(verdicts.size())
                        : "%d of %d promises did NOT hold.".formatted(broken, verdicts.size()));
        return broken == 0;
    }

    private void tell(Verdict verdict) {
        story.row(
                verdict.holds() ? "✓" : "✗",
                verdict.promise(),
                PROMISE_COLUMNS,
                "%s: %s".formatted(verdict.holds() ? "holds" : "BROKEN", verdict.words()));
        story.row(" ", "", PROMISE_COLUMNS, verdict.numbers());
        verdict.faults().stream().limit(MOST_FAULTS).forEach(fault -> story.row("!", "", PROMISE_COLUMNS, fault));
        if (verdict.faults().size() > MOST_FAULTS) {
            story.row(
                    "!",
                    "",
                    PROMISE_COLUMNS,
                    "… and %d more".formatted(verdict.faults().size() - MOST_FAULTS));
        }
    }
}
