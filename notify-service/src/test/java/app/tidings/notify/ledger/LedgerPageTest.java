package app.tidings.notify.ledger;

import static app.tidings.notify.ledger.TestPages.AFTER;
import static app.tidings.notify.ledger.TestPages.HOLD;
import static app.tidings.notify.ledger.TestPages.LEASE;
import static app.tidings.notify.ledger.TestPages.NOW;
import static app.tidings.notify.ledger.TestPages.RESEND;
import static app.tidings.notify.ledger.TestPages.aPage;
import static app.tidings.notify.ledger.TestPages.claimed;
import static app.tidings.notify.ledger.TestPages.delivered;
import static app.tidings.notify.ledger.TestPages.failed;
import static app.tidings.notify.ledger.TestPages.stateOf;
import static app.tidings.notify.ledger.TestPages.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.tidings.notify.ledger.Outcome.Fault;
import app.tidings.notify.ledger.RowState.Claimed;
import app.tidings.notify.ledger.RowState.Fenced;
import app.tidings.notify.ledger.RowState.Ready;
import app.tidings.notify.ledger.RowState.Reason;
import app.tidings.notify.ledger.RowState.Retry;
import app.tidings.notify.ledger.RowState.Sent;
import app.tidings.notify.ledger.RowState.Skipped;
import app.tidings.notify.ledger.RowState.Suppressed;
import app.tidings.notify.ledger.RowState.Unknown;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LedgerPageTest {

    private static final RowState LEFT = new Skipped(Reason.UNSUBSCRIBED);

    @Test
    void letsNobodyClaimADraft() {
        var draft = LedgerPage.draft("subject:email:1", Set.of("ada"));

        assertThat(draft.claim("one", NOW, HOLD)).isEmpty();
        assertThat(draft.due(LEASE)).isEmpty();
    }

    @Test
    void opensADraftWithoutThoseWhoLeftSinceItWasMade() {
        var page = LedgerPage.draft("subject:email:1", Set.of("ada", "bob"))
                .opened(Map.of("bob", LEFT, "nobody", new Suppressed()));

        assertThat(page.draft()).isFalse();
        assertThat(stateOf(page, "ada")).isEqualTo(new Ready());
        assertThat(stateOf(page, "bob")).isEqualTo(LEFT);
    }

    @Test
    void givesAPageToOneOwnerUntilTheLeaseIsOver() {
        var page = claimed(aPage("ada"), "one");

        assertThat(stateOf(page, "ada")).isEqualTo(new Claimed());
        assertThat(page.claim("two", NOW.plus(LEASE).minusMillis(1), HOLD)).isEmpty();
        assertThat(page.claim("two", NOW.plus(LEASE), HOLD))
                .hasValueSatisfying(taken -> assertThat(taken.owner()).isEqualTo("two"));
    }

    @Test
    void fencesOnlyWhatIsClaimedUnderTheOwnEpoch() {
        var page = claimed(aPage("ada", "bob", "cy"), "one").skip(Map.of("bob", LEFT));

        var fenced = page.fence(page.epoch(), Set.of("ada", "bob")).orElseThrow();

        assertThat(fenced.fencedReaders(page.epoch())).containsExactly("ada");
        assertThat(stateOf(fenced, "bob")).isEqualTo(LEFT);
        assertThat(stateOf(fenced, "cy")).isEqualTo(new Claimed());
    }

    @Test
    void fencesNothingForOneWhoseLeaseWentToAnother() {
        var first = claimed(aPage("ada"), "one");

        var second = stored(first.claim("two", NOW.plus(LEASE), HOLD).orElseThrow(), NOW.plus(LEASE));

        assertThat(second.fence(first.epoch(), Set.of("ada"))).isEmpty();
        assertThat(second.renew(first.epoch())).isEmpty();
        assertThat(second.release(first.epoch())).isEqualTo(second);
    }

    @Test
    void holdsARowWhoseFenceRanOut() {
        var fenced = fenced("ada");

        var later = fenced.claim("two", NOW.plus(LEASE), HOLD).orElseThrow();

        assertThat(stateOf(later, "ada")).isEqualTo(new Unknown(fenced.epoch()));
        assertThat(later.tally().open()).isZero();
    }

    @Test
    void resendsARowWhoseFenceRanOutAsOftenAsAllowed() {
        var page = fenced("ada");
        for (var resend = 1; resend <= RESEND.resends(); resend++) {
            page = stored(page.claim("again", NOW.plus(LEASE), RESEND).orElseThrow(), NOW);
            assertThat(stateOf(page, "ada")).isEqualTo(new Claimed());
            page = stored(page.fence(page.epoch(), Set.of("ada")).orElseThrow(), NOW);
        }

        var last = page.claim("again", NOW.plus(LEASE), RESEND).orElseThrow();

        assertThat(stateOf(last, "ada")).isEqualTo(new Unknown(page.epoch()));
    }

    @Test
    void settlesByTheEpochOfTheFenceEvenAfterThePageWasLost() {
        var fenced = fenced("ada");
        var lost = stored(fenced.claim("two", NOW.plus(LEASE), HOLD).orElseThrow(), NOW.plus(LEASE));

        var settled = lost.settle(fenced.epoch(), Map.of("ada", delivered()), AFTER);

        assertThat(stateOf(settled, "ada")).isEqualTo(new Sent(NOW, "250 ok"));
    }

    @Test
    void leavesUnknownWhatALateAnswerWouldOpenAgain() {
        var fenced = fenced("ada");
        var lost = fenced.claim("two", NOW.plus(LEASE), HOLD).orElseThrow();

        for (var fault : List.of(Fault.TRANSIENT, Fault.THROTTLED)) {
            assertThat(lost.settle(fenced.epoch(), Map.of("ada", failed(fault)), AFTER))
                    .isEqualTo(lost);
        }
    }

    @Test
    void settlesNothingThatWasFencedUnderAnotherEpoch() {
        var fenced = fenced("ada");

        assertThat(fenced.settle(fenced.epoch() + 1, Map.of("ada", delivered()), AFTER))
                .isEqualTo(fenced);
    }

    @Test
    void leavesARowFencedWhoseAnswerNeverCame() {
        var fenced = fenced("ada");

        assertThat(fenced.settle(fenced.epoch(), Map.of("ada", failed(Fault.AMBIGUOUS)), AFTER))
                .isEqualTo(fenced);
    }

    @Test
    void givesClaimedRowsBackOnRelease() {
        var page = claimed(aPage("ada", "bob"), "one");

        var released = page.fence(page.epoch(), Set.of("ada")).orElseThrow().release(page.epoch());

        assertThat(released.owner()).isNull();
        assertThat(stateOf(released, "ada")).isEqualTo(new Fenced(page.epoch()));
        assertThat(stateOf(released, "bob")).isEqualTo(new Ready());
    }

    @Test
    void isTooLateToSkipWhatIsFenced() {
        var fenced = fenced("ada");

        assertThat(fenced.skip(Map.of("ada", LEFT))).isEqualTo(fenced);
        assertThat(fenced.skipAll()).isEqualTo(fenced);
    }

    @Test
    void skipsWhateverIsOpenAndNotFenced() {
        var waiting = fenced("ada")
                .settle(1, Map.of("ada", failed(Fault.TRANSIENT)), AFTER)
                .release(1);

        assertThat(stateOf(waiting, "ada")).isInstanceOf(Retry.class);
        assertThat(stateOf(waiting.skip(Map.of("ada", LEFT)), "ada")).isEqualTo(LEFT);
        assertThat(stateOf(waiting.skipAll(), "ada")).isEqualTo(new Skipped(Reason.CANCELLED));
    }

    @Test
    void isDueWhenTheEarliestRetryIs() {
        var waiting = fenced("ada")
                .settle(1, Map.of("ada", failed(Fault.TRANSIENT)), AFTER)
                .release(1);
        var retryAt = NOW.plusSeconds(60);

        assertThat(waiting.due(LEASE)).contains(retryAt);
        assertThat(waiting.claim("two", retryAt.minusMillis(1), HOLD)).isEmpty();
        assertThat(waiting.claim("two", retryAt, HOLD)).isPresent();
    }

    @Test
    void makesUnknownRowsReadyWhenAPersonSaysSo() {
        var unknown = fenced("ada").claim("two", NOW.plus(LEASE), HOLD).orElseThrow();

        assertThat(stateOf(unknown.resendUnknown(5), "ada")).isEqualTo(new Ready());
    }

    @Test
    void followsAnOrderToResendOnceHoweverLateItIsRepeated() {
        var resent = fenced("ada")
                .claim("two", NOW.plus(LEASE), HOLD)
                .orElseThrow()
                .release(2)
                .resendUnknown(5);
        var claimed = claimed(resent, "three");
        var fenced = stored(claimed.fence(claimed.epoch(), Set.of("ada")).orElseThrow(), NOW);

        var again = fenced.claim("four", NOW.plus(LEASE), HOLD).orElseThrow();

        assertThat(stateOf(again, "ada")).isInstanceOf(RowState.Unknown.class);
        assertThat(again.resendUnknown(5)).isEqualTo(again);
        assertThat(stateOf(again.resendUnknown(6), "ada")).isEqualTo(new Ready());
    }

    @Test
    void countsEachRowOnce() {
        var page = aPage("ada", "bob", "cy").skip(Map.of("bob", LEFT));

        assertThat(page.tally().byState()).isEqualTo(Map.of("open", 2L, "skipped", 1L));
    }

    @Test
    void hasAtMostSixtyFourRows() {
        var readers = Collections.nCopies(LedgerPage.MAX_ROWS + 1, "x");

        assertThat(LedgerPage.draft("page", readers.subList(1, readers.size())).rows())
                .hasSize(LedgerPage.MAX_ROWS);
        assertThatIllegalArgumentException().isThrownBy(() -> LedgerPage.draft("page", readers));
    }

    private static LedgerPage fenced(String reader) {
        var page = claimed(aPage(reader), "one");
        return stored(page.fence(page.epoch(), Set.of(reader)).orElseThrow(), NOW);
    }

    @Test
    void takesAFenceBackUnderItsOwnClaimAlone() {
        var claimed = claimed(aPage("ada", "bob"), "one");
        var fenced = claimed.fence(claimed.epoch(), Set.of("ada", "bob")).orElseThrow();

        var back = fenced.unfence(claimed.epoch(), Set.of("ada"));

        assertThat(stateOf(back, "ada")).isEqualTo(new RowState.Ready());
        assertThat(stateOf(back, "bob")).as("of another batch").isEqualTo(new Fenced(claimed.epoch()));
        assertThat(back.owner()).as("given back").isNull();
        assertThat(fenced.unfence(claimed.epoch() + 1, Set.of("ada"))).isEqualTo(fenced);
    }

    @Test
    void isWrittenEvenWhereNoFenceIsToBeTakenBack() {
        var claimed = claimed(aPage("ada"), "one");

        assertThat(claimed.unfence(claimed.epoch(), Set.of("ada")))
                .as("or the fence might be written after that")
                .isNotEqualTo(claimed);
    }

    @Test
    void triesAnewWhatWasRefusedAndNothingElse() {
        var claimed = claimed(aPage("ada", "bob", "cy"), "one");
        var fenced = claimed.fence(claimed.epoch(), Set.of("ada", "bob")).orElseThrow();
        var settled = fenced.settle(
                claimed.epoch(), Map.of("ada", failed(Fault.PERMANENT), "bob", delivered()), TestPages.AFTER);

        var again = settled.resendRefused(5);

        assertThat(again.rows().getFirst()).isEqualTo(new Row("ada", 0, new RowState.Ready()));
        assertThat(again.rows().subList(1, 3)).isEqualTo(settled.rows().subList(1, 3));
    }
}
