package app.tidings.local.prove.point;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * What a process with crash points is told, in a file that may change while it runs.
 *
 * @param seen each passing from then on is added to this file as a line with the point's name; every order has its own
 * @param armed where to end; it only counts where there is none
 */
public record Orders(Path seen, @Nullable Armed armed) {

    private static final String SEPARATOR = "\n";

    static Orders read(Path file) throws IOException {
        var parts = Files.readString(file).split(SEPARATOR, -1);
        var armed = parts[1].isEmpty() ? null : new Armed(parts[1], Long.parseLong(parts[2]));
        return new Orders(Path.of(parts[0]), armed);
    }

    /** Replaces what the file holds, at once: whoever reads it meanwhile finds the old order or the new one. */
    public void write(Path file) throws IOException {
        var text = armed == null ? SEPARATOR : armed.point() + SEPARATOR + armed.passing();
        var whole = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), seen + SEPARATOR + text);
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
