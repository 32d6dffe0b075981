package app.tidings.local.run;

import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.BeansException;

/** Why something failed, in one line for a terminal; a log has the whole. */
public final class Reason {

    private static final int LONGEST = 240;

    private Reason() {}

    /** What the failure says, and its first cause where that says something else. */
    public static String of(Throwable failure) {
        var chain = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .dropWhile(Reason::onlyWraps)
                .toList();
        var said = inOneLine(chain.getFirst());
        var cause = inOneLine(chain.getLast());
        return failure instanceof Refusal || said.contains(cause) ? said : said + ": " + cause;
    }

    /** Spring tells of the bean that wanted a bean that wanted a bean; what was wrong stands below. */
    private static boolean onlyWraps(Throwable failure) {
        var cause = failure.getCause();
        return cause != null
                && (failure instanceof BeansException || cause.toString().equals(failure.getMessage()));
    }

    private static String inOneLine(Throwable failure) {
        var said = failure.getMessage();
        var line = said == null || said.isBlank()
                ? failure.getClass().getSimpleName()
                : said.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
