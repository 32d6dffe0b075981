package app.tidings.curation.repository.refresh;

import app.tidings.curation.item.Item;
import app.tidings.curation.item.Page;
import app.tidings.curation.item.Step;
import app.tidings.curation.item.Step.Changed;
import app.tidings.curation.item.Step.Unchanged;
import app.tidings.curation.repository.Asked;
import app.tidings.curation.repository.Asked.Found;
import app.tidings.curation.repository.Asked.NotNow;
import app.tidings.curation.repository.Asked.Nothing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What becomes of an item when its repository was asked for again. Pure. */
final class NewFacts {

    private NewFacts() {}

    /** The item with what is known now, to be told only if others can see the difference. */
    static Step of(Item item, Asked asked, Instant now) {
        if (item.page().isEmpty()) {
            return new Unchanged(item);
        }
        var page = of(item.page().get(), asked);
        var quiet = item.withFacts(page);
        if (quiet.answer().equals(item.answer())) {
            return new Changed(quiet, null);
        }
        var told = item.withPage(page, now);
        return new Changed(told, told.answer().orElseThrow());
    }

    private static Page of(Page page, Asked asked) {
        return switch (asked) {
            case Found found -> page.with(found.repository(), flags(page, found.flags()));
            case Nothing(var reason)
            when reason.equals(Asked.GONE) -> page.with(page.repository(), flags(page, List.of(reason)));
            case Nothing _, NotNow _ -> unanswered(page);
        };
    }

    /** What was known stays, but the editor sees that it is of before. */
    private static Page unanswered(Page page) {
        if (page.repository() == null) {
            return page.with(null, flags(page, List.of(Asked.UNKNOWN)));
        }
        var standing = new ArrayList<>(flags(page));
        standing.remove(Asked.STALE);
        standing.add(Asked.STALE);
        return page.with(page.repository(), flags(page, standing));
    }

    /** The flags of a page that are about its repository. */
    static List<String> flags(Page page) {
        return page.quality().stream().filter(Asked.FLAGS::contains).toList();
    }

    private static List<String> flags(Page page, List<String> now) {
        var flags = new ArrayList<>(page.quality());
        flags.removeAll(Asked.FLAGS);
        flags.addAll(now);
        return flags;
    }
}
