package app.tidings.curation.text;

import app.tidings.contracts.BadValue;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One of several words, as a caller writes it. */
public final class Choice {

    private Choice() {}

    /**
     * The constant with that name, in capitals or not.
     *
     * @param name of the field, for the error
     * @throws BadValue that names all the words if it is none of them
     */
    public static <E extends Enum<E>> E of(String name, String word, List<E> all) {
        return all.stream()
                .filter(each -> each.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new BadValue("%s is one of %s"
                        .formatted(
                                name,
                                all.stream()
                                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", ")))));
    }
}
