package app.tidings.render.manuscript;

import static app.tidings.render.TestManuscripts.NOW;
import static app.tidings.render.TestManuscripts.aFullIssue;
import static app.tidings.render.TestManuscripts.aSmallIssue;
import static app.tidings.render.TestManuscripts.anImage;
import static app.tidings.render.TestManuscripts.approved;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.contracts.Announce;
import app.tidings.contracts.IssueEvent.IssueApproved;
import app.tidings.platform.testing.TestStore;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManuscriptsIT {

    private final Manuscripts manuscripts = new Manuscripts(TestStore.freshDatabase());

    @Test
    void giveBackTheApprovalAsItCame() {
        var approved = approved(aFullIssue(List.of(anImage("a".repeat(64)))));

        manuscripts.keepFirst(approved);

        assertThat(manuscripts.find(approved.key(), 7)).contains(approved);
        assertThat(manuscripts.find(approved.key(), 8)).isEmpty();
    }

    @Test
    void keepTheFirstOfAVersion() {
        var first = approved(aSmallIssue());
        manuscripts.keepFirst(first);

        manuscripts.keepFirst(new IssueApproved(aSmallIssue(), 7, Announce.NOBODY, NOW));

        assertThat(manuscripts.find(first.key(), 7)).contains(first);
    }
}
