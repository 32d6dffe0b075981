package app.tidings.local.prove;

import app.tidings.local.prove.check.Evidence;
import app.tidings.local.prove.check.Evidence.Seen;
import app.tidings.local.prove.check.Evidence.Terms;
import app.tidings.local.prove.check.Leaving;
import app.tidings.local.prove.check.Sending;
import app.tidings.local.prove.part.Member;
import java.util.ArrayList;
import java.util.List;

/** Reads what the ledger says of every issue that was sent, and what the relay saw, when all is over. */
final class GatherEvidence {

    private final Rehearsal rehearsal;

    GatherEvidence(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    Evidence run(List<SentIssue> issues, List<Leaving> leavings, Seen seen, boolean resends)
            throws InterruptedException {
        rehearsal.processes().awaitReady(Member.STORE);
        var store = rehearsal.notifyStore();
        var mails = rehearsal.sink().issueMails();
        var known = store.addresses();
        var sendings = new ArrayList<Sending>();
        for (var issue : issues) {
            for (var language : Rehearsal.LANGUAGES) {
                sendings.add(store.sending(issue.subject(language), issue.expected(language), known, mails));
            }
        }
        var kills = rehearsal.processes().killed().getOrDefault(Member.NOTIFY, 0);
        var terms = new Terms(kills, Rehearsal.CONNECTIONS, resends);
        return new Evidence(sendings, mails, rehearsal.sink().unanswered(), leavings, seen, terms);
    }
}
