package app.tidings.bench.duplicates;

import app.tidings.bench.search.Vocabulary;
import app.tidings.contracts.Ids;
import app.tidings.curation.duplicate.Reading;

/**
 * Invented articles of many sites, each by its number, every other one Chinese; of each there is a copy on another site. Pure.
 *
 * @param words in the text of each
 */
record Articles(Vocabulary english, Vocabulary chinese, int words) {

    private static final String PUBLICATION = "tidings-weekly";
    private static final int SITES = 5_000;
    private static final int TITLE = 8;

    /** An article under the item's id. */
    record Article(String itemId, Reading reading) {}

    Article article(int number) {
        return on(address(number), number);
    }

    /** The same article, sent on by somebody under an address that does not speak of it. */
    Article copy(int number) {
        return on("https://copies-%d.example/read/%d".formatted(number % SITES, number + 1), number);
    }

    /** That of the article. */
    String itemId(int number) {
        return Ids.link(PUBLICATION, address(number));
    }

    private static String address(int number) {
        return "https://site-%d.example/posts/%d".formatted(number % SITES, number);
    }

    private Article on(String address, int number) {
        var language = (number % 2 == 0 ? chinese : english).drawnBy(number);
        var reading = new Reading(address, language.text(TITLE), language.text(words), address, null);
        return new Article(Ids.link(PUBLICATION, address), reading);
    }
}
