package app.tidings.local.prove;

import app.tidings.local.prove.Options.Points;
import app.tidings.local.prove.check.Verdict;
import app.tidings.local.prove.part.Member;
import app.tidings.local.prove.point.CrashPoint;
import app.tidings.local.prove.point.CrashPoints;
import app.tidings.local.stage.Story;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Makes small issues, one after the other, while each service ends at its crash points: at the first, second and last time
 * that it passes them. An issue without crashes first counts how often that is. The services are down at the beginning.
 */
final class DrillPoints {

    private static final int FIRST_ISSUE = 1_000;
    private static final Duration AFTERMATH = Duration.ofSeconds(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final Rehearsal rehearsal;
    private final Options options;
    private final Story story;
    private final List<SentIssue> issues = new ArrayList<>();

    /** The issues that were made, and whether every crash point was passed as it should be. */
    record Outcome(List<SentIssue> issues, Verdict verdict) {}

    DrillPoints(Rehearsal rehearsal, Options options, Story story) {
        this.rehearsal = rehearsal;
        this.options = options;
        this.story = story;
    }

    Outcome run() throws InterruptedException {
        var points = chosen();
        story.chapter("Crash points: %d, each at its first, second and last passing (%s)"
                .formatted(points.size(), rehearsal.elapsed()));
        rehearsal.sink().pace(1_000_000);
        var drills = new EnumMap<Member, ServiceDrill>(Member.class);
        Member.services()
                .forEach(member -> drills.put(
                        member,
                        new ServiceDrill(
                                member,
                                rehearsal.processes(),
                                rehearsal.installation().home().run())));
        drills.values().forEach(ServiceDrill::onlyCount);
        rehearsal.startServices();
        drills.values().forEach(ServiceDrill::onlyCount); // what they pass as they come up is not counted
        makeIssue();
        for (var drill : drills.values()) {
            drill.plan(points);
        }
        while (drills.values().stream().anyMatch(ServiceDrill::goesOn)) {
            round(drills);
        }
        drills.values().forEach(ServiceDrill::onlyCount);
        return new Outcome(List.copyOf(issues), verdict(drills));
    }

    private List<CrashPoint> chosen() {
        var all = new ArrayList<>(CrashPoints.all());
        if (options.points() == Points.ALL) {
            return all;
        }
        Collections.shuffle(all, new Random(0)); // those beside each other in the table belong to one service
        return List.of(all.get(Math.floorMod(options.seed(), all.size())));
    }

    private void round(Map<Member, ServiceDrill> drills) throws InterruptedException {
        drills.values().forEach(ServiceDrill::beginRound);
        var over = new AtomicBoolean();
        var supervisor = Thread.ofVirtual().start(() -> supervise(drills, over));
        makeIssue();
        awaitAftermath(drills);
        over.set(true);
        supervisor.join();
        for (var drill : drills.values()) {
            drill.endRound();
        }
    }

    /** Some steps come after whatever an editor sees of the end. */
    private static void awaitAftermath(Map<Member, ServiceDrill> drills) throws InterruptedException {
        var deadline = System.nanoTime() + AFTERMATH.toNanos();
        while (System.nanoTime() < deadline && drills.values().stream().anyMatch(ServiceDrill::isArmed)) {
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private static void supervise(Map<Member, ServiceDrill> drills, AtomicBoolean over) {
        try {
            while (!over.get()) {
                drills.values().forEach(ServiceDrill::goOnWhereHalted);
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void makeIssue() {
        var make = rehearsal.makeIssue();
        var issue = make.run(Rehearsal.DRILL, FIRST_ISSUE + issues.size());
        issues.add(new SentIssue(issue.id(), Rehearsal.DRILL, rehearsal.seeded(Rehearsal.DRILL)));
        make.awaitDone(issue.id(), standing -> "drill %d is %s".formatted(issues.size(), standing.state()));
    }

    private Verdict verdict(Map<Member, ServiceDrill> drills) {
        var passed =
                drills.values().stream().mapToInt(each -> each.halts().size()).sum();
        var faults = drills.values().stream()
                .flatMap(each -> each.notPassed().stream())
                .toList();
        drills.values().stream().flatMap(each -> each.halts().stream()).forEach(halt -> story.item("·", halt));
        return new Verdict(
                "P1*",
                "the same wherever exactly a process ends: at labelled steps instead of at random",
                "%d points in %d issues; %d processes ended at one; lost and doubled as under P1 and P2"
                        .formatted(chosen().size(), issues.size(), passed),
                faults);
    }
}
