package app.tidings.local.prove.part;

import app.tidings.local.run.Service;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whatever runs in a process of its own. */
public enum Member {
    STORE(null),
    BROKER(null),
    INGEST(Service.INGEST),
    CURATION(Service.CURATION),
    RENDER(Service.RENDER),
    NOTIFY(Service.NOTIFY);

    private final @Nullable Service service;

    Member(@Nullable Service service) {
        this.service = service;
    }

    /** The service that it is, if it is one. */
    public @Nullable Service service() {
        return service;
    }

    /** Those that are services. */
    public static List<Member> services() {
        return Stream.of(values()).filter(each -> each.service != null).toList();
    }

    /** {@code notify}, for example. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that has this word. */
    public static Member of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
