package app.tidings.contracts;

import java.util.List;

/** Whom an approved thing is sent to. */
public record Announce(Mode mode, List<String> channels) {

    public static final Announce NOBODY = new Announce(Mode.NONE, List.of());
    public static final Announce ALL_SUBSCRIBERS = new Announce(Mode.SUBSCRIBERS, List.of());

    public enum Mode {
        NONE,
        SUBSCRIBERS,
        CHANNELS
    }

    public Announce {
        Guard.present(mode, "announce mode");
        channels = Guard.listOf(channels);
        if ((mode == Mode.CHANNELS) == channels.isEmpty()) {
            throw new BadValue("channels are named with mode CHANNELS, and only then");
        }
    }
}
