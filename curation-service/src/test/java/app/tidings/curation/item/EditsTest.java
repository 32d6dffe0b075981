package app.tidings.curation.item;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.contracts.Credit;
import app.tidings.contracts.Manuscript.Translation;
import app.tidings.curation.item.Edits.Change;
import app.tidings.curation.item.Edits.EditedText;
import app.tidings.curation.item.Edits.Facts;
import app.tidings.curation.item.Edits.TextChange;
import app.tidings.curation.language.Language;
import app.tidings.platform.mongo.Documents;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditsTest {

    @ParameterizedTest
    @CsvSource({
        "How queues got fast,    ,                    false, zh,    MISSING",
        "How queues got fast,    ' ',                 false, zh,    MISSING",
        "How queues got fast,    ,                    false, en,    ORIGINAL",
        "How queues got fast,    ,                    false, en-GB, ORIGINAL",
        "uv 0.9,                 ,                    false, zh,    ORIGINAL",
        "把队列变快的三个办法,    ,                    false, zh,    ORIGINAL",
        "把队列变快的三个办法,    ,                    false, en,    MISSING",
        "How queues got fast,    队列是怎么变快的,      false, zh,    EDITOR",
        "How queues got fast,    队列是怎么变快的,      true,  zh,    DRAFT",
        "How queues got fast,    How queues got fast, false, zh,    MISSING"
    })
    void tellsHowATitleCameIntoALanguage(
            String own, @Nullable String written, boolean drafted, String language, Translation translation) {
        var edits = Edits.NONE.with(change(language, new TextChange(written, "A comment.", null, drafted)), List.of());

        assertThat(edits.translation(own, Language.ofTitle(own).orElse(null), language))
                .isEqualTo(translation);
    }

    @Test
    void aDraftedTitleIsTheEditorsOnceItIsAnother() {
        var drafted = Edits.NONE.with(change("zh", new TextChange("快速队列", null, null, true)), List.of());

        assertThat(drafted(drafted.with(change("zh", new TextChange("快速队列", "评论。")), List.of())))
                .isTrue();
        assertThat(drafted(drafted.with(change("zh", new TextChange(null, "评论。")), List.of())))
                .isTrue();
        assertThat(drafted(drafted.with(change("zh", new TextChange("队列很快", null)), List.of())))
                .isFalse();
    }

    private static boolean drafted(Edits edits) {
        return Boolean.TRUE.equals(text(edits).drafted());
    }

    @Test
    void keepsThePageOfALanguageUntilItIsTakenBack() {
        var url = URI.create("https://notes.example/zh/queue");
        var linked = Edits.NONE.with(change("zh", new TextChange(null, null, url, false)), List.of());

        assertThat(text(linked.with(change("zh", new TextChange("标题", "评论。")), List.of()))
                        .url())
                .isEqualTo(url);
        assertThat(text(linked.with(change("zh", new TextChange(null, null, URI.create(""), false)), List.of()))
                        .url())
                .isNull();
    }

    private static EditedText text(Edits edits) {
        return requireNonNull(edits.texts().get("zh"));
    }

    @Test
    void knowsWhatNobodyEditedBeforeThereWereFacts() {
        var before = Documents.toDocument(Edits.NONE);
        before.remove("facts");
        before.remove("weighed");

        assertThat(Documents.toRecord(before, Edits.class)).isEqualTo(Edits.NONE);
    }

    @Test
    void creditsNobodyTwiceForAnotherAddress() {
        var lin = new Credit("Lin", null);
        var edits =
                new Edits(Map.of(), null, null, List.of(new Credit("Ada", null)), List.of(), Facts.NONE, List.of(lin));
        var again = List.of(new Credit("Lin", URI.create("https://lin.example/")), new Credit("Mia", null));

        assertThat(edits.credits(again)).extracting(Credit::name).containsExactly("Ada", "Mia");
    }

    @Test
    void takesATitleToBeInTheLanguageOfItsPageWhereBothWereMistaken() {
        var facts = Facts.of("pt-BR");

        assertThat(facts.titleLanguage(Optional.of("es"), Optional.of("es"))).contains("pt-BR");
        assertThat(facts.titleLanguage(Optional.of("zh"), Optional.of("es"))).contains("zh");
        assertThat(facts.titleLanguage(Optional.empty(), Optional.empty())).isEmpty();
        assertThat(Facts.NONE.titleLanguage(Optional.of("es"), Optional.of("es")))
                .contains("es");
    }

    private static Change change(String language, TextChange text) {
        return Change.of(Map.of(language, text));
    }
}
