package app.tidings.curation.search;

import app.tidings.curation.item.show.ItemView;
import app.tidings.curation.item.show.ShowItems;
import app.tidings.curation.search.FindItems.Marked;
import app.tidings.curation.search.index.SearchIndex;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.RestController;

/** Lists of items, filtered, sorted and searched. */
@RestController
class ItemListController {

    private final FindItems find;
    private final ShowItems show;

    /**
     * A page of items.
     *
     * @param next to be sent as {@code cursor} for the next page, if there may be one
     * @param total how many there are in all; none while nobody can count
     * @param totalIsExact whether there are no more than that
     * @param marked HTML by item: what fits the query stands in {@code mark}, all else is escaped
     * @param indexing whether the index is being built: until then a list with other filters than publication and state, or in
     *     another order, may lack something
     */
    record Listed(
            List<ItemView> items,
            @Nullable String next,
            @Nullable Long total,
            boolean totalIsExact,
            Map<String, Marked> marked,
            boolean indexing) {}

    ItemListController(FindItems find, ShowItems show) {
        this.find = find;
        this.show = show;
    }

    /** Takes parameters by the names of the record alone. */
    @InitBinder
    void bind(WebDataBinder binder) {
        binder.setDeclarativeBinding(true);
    }

    @GetMapping("/api/v1/items")
    Listed list(@ParameterObject ItemListing listing) {
        var page = find.run(listing);
        return new Listed(
                show.all(page.items()), page.next(), page.total(), page.exact(), page.marked(), !page.complete());
    }

    @ExceptionHandler(SearchIndex.Away.class)
    ProblemDetail away() {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "the index is being mended; nothing was lost, try again in a moment");
    }
}
