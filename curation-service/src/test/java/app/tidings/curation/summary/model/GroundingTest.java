package app.tidings.curation.summary.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GroundingTest {

    private static final String SOURCE =
            "Anna Berg wrote PostgreSQL 17.2 notes. It took 12,000 rows, 40% less, in 2 hours. 《港口笔记》说它有三种模式。Node.js";

    @ParameterizedTest
    @MethodSource
    void findsNamesAndNumbersThatTheSourceDoesNotHold(String text, List<String> missing) {
        assertThat(Grounding.missing(text, SOURCE)).isEqualTo(missing);
    }

    static Stream<Arguments> findsNamesAndNumbersThatTheSourceDoesNotHold() {
        return Stream.of(
                Arguments.of("The notes by Anna Berg tell of PostgreSQL 17.2 and Node.js.", List.of()),
                Arguments.of("Notes by Anna Bork.", List.of("Bork")),
                Arguments.of("Anna Berg's notes.", List.of()),
                Arguments.of("Bork 写了笔记。", List.of("Bork")),
                Arguments.of("It took 12000 rows.", List.of()),
                Arguments.of("它处理了 1.2 万行。", List.of()),
                Arguments.of("It took 13,000 rows, 41% less.", List.of("13,000", "41")),
                Arguments.of("作者用 MySQL 写了《港口笔记》和《海洋笔记》。", List.of("MySQL", "海洋笔记")),
                Arguments.of("Version 17.3 is out.", List.of("17.3")),
                Arguments.of("Rows took 40% less.", List.of()),
                Arguments.of("It took 12k rows and 2 hours.", List.of()),
                Arguments.of("It took 12 million rows.", List.of("12 million")),
                Arguments.of("他说“三种模式”，又说“四种模式”。", List.of("四种模式")),
                Arguments.of("More at evil.example, e.g. today.", List.of("evil.example")),
                Arguments.of("Bork wrote it. Bork again, and Bork.", List.of("Bork")));
    }
}
