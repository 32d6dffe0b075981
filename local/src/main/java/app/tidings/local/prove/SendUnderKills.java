package app.tidings.local.prove;

import app.tidings.local.prove.check.Leaving;
import app.tidings.local.prove.reader.Reader;
import app.tidings.local.stage.Story;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** One issue to everybody, while random members are killed, Kafka is wiped, and readers come and go. */
final class SendUnderKills {

    private static final String LANGUAGE = "zh";
    private static final int FROM_THE_FRONT_DOOR = 5;
    private static final int READERS_TO_A_LEAVER = 20;
    private static final int MOST_LEAVERS = 500;
    private static final double SECONDS_TO_A_KILL = 2;
    private static final double FASTEST = 1_000;
    private static final double PART_WITH_KILLS = 0.85;

    private final Rehearsal rehearsal;
    private final Options options;
    private final Story story;

    /**
     * What became of it.
     *
     * @param caughtUp how long after the last kill and the last coming or going everything was over
     */
    record Outcome(SentIssue issue, List<Leaving> leavings, Duration caughtUp) {}

    SendUnderKills(Rehearsal rehearsal, Options options, Story story) {
        this.rehearsal = rehearsal;
        this.options = options;
        this.story = story;
    }

    Outcome run() throws InterruptedException {
        story.chapter("An issue to %,d readers, %d kills (%s)"
                .formatted(options.subscribers(), options.kills(), rehearsal.elapsed()));
        var readers = new ArrayList<>(rehearsal.seeded(Rehearsal.CROWD));
        readers.addAll(subscribeSome());
        pace();
        var killer = new Killer(
                rehearsal.processes(),
                rehearsal.sink(),
                new Random(options.seed()),
                rehearsal.installation().home().broker());
        var people = new ComeAndGo(
                rehearsal.frontDoor(), rehearsal.sink(), rehearsal.notifyStore(), rehearsal.seeded(Rehearsal.CROWD));
        var issue = rehearsal.makeIssue().run(Rehearsal.CROWD, 1);
        if (options.wipes() > 1) {
            killer.wipeKafka();
        }
        var mails = (long) (options.subscribers() * PART_WITH_KILLS);
        var leavers = Math.min(MOST_LEAVERS, options.subscribers() / READERS_TO_A_LEAVER);
        var kills = concurrently(() -> killer.run(options.kills(), mails, options.wipes() > 0));
        var comings = concurrently(
                () -> people.run(Rehearsal.CROWD, issue.id(), leavers, mails, new Random(options.seed() + 1)));
        kills.join();
        comings.join();
        var undisturbedFrom = System.nanoTime();
        awaitDone(issue.id());
        var caughtUp = Duration.ofNanos(System.nanoTime() - undisturbedFrom);
        killer.done().forEach(kill -> story.item("·", kill));
        story.say("Meanwhile %d readers left and %d came. All was over %.1f s after the last kill."
                .formatted(people.leavings().size(), people.comers(), caughtUp.toMillis() / 1000.0));
        return new Outcome(new SentIssue(issue.id(), Rehearsal.CROWD, readers), people.leavings(), caughtUp);
    }

    /** A few sign up as people do; whoever confirmed is among those who get the issue. */
    private List<Reader> subscribeSome() {
        var door = rehearsal.frontDoor();
        var some = new ArrayList<Reader>();
        for (var i = 0; i < FROM_THE_FRONT_DOOR; i++) {
            var address = "early-%d@%s.example".formatted(i, Rehearsal.CROWD);
            door.subscribe(Rehearsal.CROWD, LANGUAGE, address);
            some.add(new Reader(rehearsal.subscriber(address), address, Rehearsal.CROWD + ":" + LANGUAGE));
        }
        story.say("%,d readers stand in the store as an import leaves them; %d came by form, mail and link."
                .formatted(options.subscribers(), some.size()));
        return some;
    }

    /** So slow that all kills find mails on the wire. */
    private void pace() {
        var seconds = Math.max(1, options.kills()) * SECONDS_TO_A_KILL;
        rehearsal.sink().pace(Math.min(FASTEST, options.subscribers() / seconds));
    }

    @FunctionalInterface
    private interface Act {
        void run() throws InterruptedException;
    }

    private static CompletableFuture<Void> concurrently(Act act) {
        Executor thread = command -> Thread.ofVirtual().start(command);
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        act.run();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                thread);
    }

    private void awaitDone(String issueId) {
        rehearsal
                .makeIssue()
                .awaitDone(
                        issueId,
                        issue -> "the issue is %s, %d mails have come"
                                .formatted(issue.state(), rehearsal.sink().arrivals()));
    }
}
