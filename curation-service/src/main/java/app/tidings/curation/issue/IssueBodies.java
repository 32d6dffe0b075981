package app.tidings.curation.issue;

import app.tidings.contracts.BadValue;
import app.tidings.contracts.Manuscript.Block;
import app.tidings.curation.text.PlainText;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What callers send about issues, each with its own guard. */
final class IssueBodies {

    private static final int MAX_HEADLINE = 200;
    private static final int MAX_BLOCKS = 30;
    private static final int MAX_BLOCK = 20_000;

    private IssueBodies() {}

    /**
     * A new draft.
     *
     * @param headline by language
     * @param date none: today
     */
    record Draft(
            @Nullable String publication,
            @Nullable Map<String, String> headline,
            @Nullable LocalDate date) {

        Draft {
            present(publication, "publication");
            headline = fitHeadlines(headline);
        }

        String inPublication() {
            return Objects.requireNonNull(publication);
        }

        Map<String, String> headlines() {
            return Objects.requireNonNull(headline);
        }
    }

    /** Other details; what is left out stays. */
    record Details(
            @Nullable Long version,
            @Nullable Map<String, String> headline,
            @Nullable LocalDate date) {

        Details {
            present(version, "version");
            headline = fitHeadlines(headline);
        }

        long read() {
            return Objects.requireNonNull(version);
        }
    }

    /**
     * Where an item is to stand.
     *
     * @param position from 1; none: at the end
     */
    record Entry(
            @Nullable String itemId,
            @Nullable String section,
            @Nullable Integer position) {

        Entry {
            present(itemId, "itemId");
            present(section, "section");
            if (position != null && position < 1) {
                throw new BadValue("position counts from 1");
            }
        }

        PlaceItem.Place place() {
            return new PlaceItem.Place(Objects.requireNonNull(itemId), Objects.requireNonNull(section), position);
        }
    }

    /** The entries of each section, in their order. */
    record Arrangement(@Nullable Long version, @Nullable Map<String, List<String>> sections) {

        Arrangement {
            present(version, "version");
            present(sections, "sections").forEach((section, entries) -> {
                if (entries == null || entries.stream().anyMatch(Objects::isNull)) {
                    throw new BadValue("section %s is or holds null; send the ids of its entries, or leave it out"
                            .formatted(section));
                }
            });
        }

        long read() {
            return Objects.requireNonNull(version);
        }

        Map<String, List<String>> entries() {
            return Objects.requireNonNull(sections);
        }
    }

    /** All blocks, in their order. */
    record Blocks(@Nullable Long version, @Nullable List<Block> blocks) {

        Blocks {
            present(version, "version");
            if (present(blocks, "blocks").size() > MAX_BLOCKS) {
                throw new BadValue("there are at most %d blocks".formatted(MAX_BLOCKS));
            }
            blocks = present(blocks, "blocks").stream().map(Blocks::fit).toList();
        }

        private static Block fit(@Nullable Block each) {
            var block = present(each, "a block");
            return new Block(block.kind(), block.after(), fitHeadlines(block.heading()), fit(block.text()));
        }

        private static Map<String, String> fit(Map<String, String> texts) {
            texts.forEach((language, text) -> {
                if (text.length() > MAX_BLOCK) {
                    throw new BadValue("a block has at most %d characters".formatted(MAX_BLOCK));
                }
            });
            return texts.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, text -> PlainText.markdown(text.getValue())));
        }

        long read() {
            return Objects.requireNonNull(version);
        }

        List<Block> all() {
            return Objects.requireNonNull(blocks);
        }
    }

    private static Map<String, String> fitHeadlines(@Nullable Map<String, String> texts) {
        return texts == null
                ? Map.of()
                : texts.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                text -> Objects.requireNonNullElse(PlainText.line(text.getValue(), MAX_HEADLINE), "")));
    }

    private static <T> T present(@Nullable T value, String field) {
        if (value == null) {
            throw new BadValue(field + " is missing");
        }
        return value;
    }
}
