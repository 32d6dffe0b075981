package app.tidings.platform.messaging;

/** Names the topic of a reader's dead letters. */
public final class DeadLetterTopic {

    private DeadLetterTopic() {}

    /** {@code <reader>-service.dead-letters}. */
    public static String of(String service) {
        return service + "-service.dead-letters";
    }
}
