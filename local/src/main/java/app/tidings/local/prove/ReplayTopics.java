package app.tidings.local.prove;

import app.tidings.local.prove.check.StateHash;
import app.tidings.local.prove.check.Verdict;
import app.tidings.local.prove.part.Member;
import app.tidings.local.run.Service;
import app.tidings.local.stage.Patience.Look;
import app.tidings.local.stage.Story;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Has every service read all its topics again from their beginning, and looks whether anything came of it. It is the last
 * thing: the services are down when it is over.
 */
final class ReplayTopics {

    private final Rehearsal rehearsal;
    private final Story story;

    ReplayTopics(Rehearsal rehearsal, Story story) {
        this.rehearsal = rehearsal;
        this.story = story;
    }

    Verdict run(int times) throws InterruptedException {
        story.chapter("All topics again from their beginning (%s)".formatted(rehearsal.elapsed()));
        var faults = new ArrayList<String>();
        var mails = rehearsal.sink().arrivals();
        long events = 0;
        var documents = 0;
        for (var time = 1; time <= times; time++) {
            rehearsal.processes().stop(Member.services());
            var before = StateHash.of(rehearsal::database);
            events += rewind();
            rehearsal.startServices();
            awaitAllRead();
            rehearsal.processes().stop(Member.services()); // so that nothing is under way any more
            var after = StateHash.of(rehearsal::database);
            documents = before.documents();
            faults.addAll(before.differences(after));
        }
        var more = rehearsal.sink().arrivals() - mails;
        if (more > 0) {
            faults.add("%d more mails came".formatted(more));
        }
        story.say("%,d events were read again (%s).".formatted(events, rehearsal.elapsed()));
        return new Verdict(
                "P9",
                "redelivery is harmless: topics read again from offset 0 change nothing and send nothing",
                "%d times, %,d events in all; %,d documents, %d of them different; %d more mails"
                        .formatted(times, events, documents, faults.size(), more),
                faults);
    }

    /** Sets every group back to the beginning of whatever it has read; returns how many events that are. */
    private long rewind() throws InterruptedException {
        try (var admin = admin()) {
            // one that ended while the broker was away is a member of its group until its session has run out
            awaitNone(admin, ReplayTopics::members, "consumers have not left their groups");
            long events = 0;
            for (var service : Service.values()) {
                var group = service.module();
                var read = committed(admin, group);
                var beginnings = beginnings(admin, read.keySet());
                events += read.entrySet().stream()
                        .mapToLong(each -> each.getValue()
                                - Objects.requireNonNull(beginnings.get(each.getKey()))
                                        .offset())
                        .sum();
                admin.alterConsumerGroupOffsets(group, beginnings).all().get();
            }
            return events;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the offsets cannot be set back", e);
        }
    }

    /** What a look at the broker counts. */
    @FunctionalInterface
    private interface Count {
        long in(Admin admin) throws ExecutionException, InterruptedException;
    }

    private void awaitNone(Admin admin, Count count, String what) {
        rehearsal.patience().until(() -> {
            var left = counted(admin, count);
            return left == 0 ? new Look.Done<>(left) : new Look.NotYet<>("%d %s".formatted(left, what));
        });
    }

    private static long counted(Admin admin, Count count) {
        try {
            return count.in(admin);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker cannot be looked at", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static long members(Admin admin) throws ExecutionException, InterruptedException {
        var groups = Stream.of(Service.values()).map(Service::module).toList();
        return admin.describeConsumerGroups(groups).all().get().values().stream()
                .mapToLong(group -> group.members().size())
                .sum();
    }

    private static Map<TopicPartition, OffsetAndMetadata> beginnings(Admin admin, Collection<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        var wanted = partitions.stream().collect(Collectors.toMap(each -> each, _ -> OffsetSpec.earliest()));
        return admin.listOffsets(wanted).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> new OffsetAndMetadata(each.getValue().offset())));
    }

    private static Map<TopicPartition, Long> committed(Admin admin, String group)
            throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet().stream()
                .filter(each -> each.getValue() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> Objects.requireNonNull(each.getValue()).offset()));
    }

    private void awaitAllRead() {
        try (var admin = admin()) {
            awaitNone(admin, ReplayTopics::behind, "events are still to be read again");
        }
    }

    private static long behind(Admin admin) throws ExecutionException, InterruptedException {
        long behind = 0;
        for (var service : Service.values()) {
            var read = committed(admin, service.module());
            var ends = admin.listOffsets(
                            read.keySet().stream().collect(Collectors.toMap(each -> each, _ -> OffsetSpec.latest())))
                    .all()
                    .get();
            behind += ends.entrySet().stream()
                    .mapToLong(each -> each.getValue().offset() - read.getOrDefault(each.getKey(), 0L))
                    .sum();
        }
        return behind;
    }

    private Admin admin() {
        return Admin.create(Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + rehearsal.installation().ports().broker()));
    }
}
