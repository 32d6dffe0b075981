package app.tidings.curation.page.metadata;

import app.tidings.curation.page.outline.ShortText;
import app.tidings.curation.page.trait.Traits;
import app.tidings.platform.time.RunningTime;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What sort of thing a page is. */
final class TraitFinder {

    /** Publishers tell Google Scholar with these where a paper appeared; with the others alone some describe their news. */
    private static final String[] APPEARED = {
        "citation_arxiv_id",
        "citation_journal_title",
        "citation_conference_title",
        "citation_conference",
        "citation_inbook_title",
        "citation_technical_report_institution",
        "citation_dissertation_institution",
        "citation_doi",
        "citation_pdf_url"
    };

    private static final int MOST = 100;

    private final Statements stated;

    TraitFinder(Statements stated) {
        this.stated = stated;
    }

    Traits find() {
        var tags = stated.tags();
        var types = Stream.of(stated.json().type(), stated.micro().type(), tags.first("og:type"))
                .filter(Objects::nonNull)
                .map(each -> each.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        var paper = tags.first("citation_title") != null && tags.first(APPEARED) != null;
        return new Traits(types, paper, length(), answers());
    }

    private @Nullable Duration length() {
        return Stream.of(
                        stated.json().text("duration"),
                        stated.json().text("timeRequired"),
                        stated.micro().text("duration"),
                        stated.tags()
                                .first("og:video:duration", "video:duration", "og:audio:duration", "music:duration"),
                        stated.tags().first("duration"))
                .map(RunningTime::of)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Integer answers() {
        return Stream.<Supplier<@Nullable String>>of(
                        () -> stated.json().answers(), () -> stated.micro().answers(), this::shownAnswers)
                .map(Supplier::get)
                .filter(Objects::nonNull)
                .filter(each -> each.matches("\\d{1,6}"))
                .map(Integer::valueOf)
                .findFirst()
                .orElse(null);
    }

    private @Nullable String shownAnswers() {
        return stated.outline().properties().stream()
                .filter(each -> each.attr("itemprop").strip().equalsIgnoreCase("answerCount"))
                .limit(MOST)
                .map(ShortText::of)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse(null);
    }
}
