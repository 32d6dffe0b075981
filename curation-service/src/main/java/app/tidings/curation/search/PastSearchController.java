package app.tidings.curation.search;

import app.tidings.curation.search.FindPassages.Place;
import app.tidings.curation.search.index.SearchIndex;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.RestController;

/** What stood in past issues. */
@RestController
class PastSearchController {

    private final FindPassages find;

    /** A page of places in past issues; the rest is as in lists of items. */
    record Answer(List<Place> places, @Nullable String next, long total, boolean totalIsExact, boolean indexing) {}

    PastSearchController(FindPassages find) {
        this.find = find;
    }

    /** Takes parameters by the names of the record alone. */
    @InitBinder
    void bind(WebDataBinder binder) {
        binder.setDeclarativeBinding(true);
    }

    /** With words that are looked for; without them it is the list of issues. */
    @GetMapping(path = "/api/v1/issues", params = "q")
    Answer search(@ParameterObject PastListing listing) {
        var page = find.run(listing);
        return new Answer(page.places(), page.next(), page.total(), page.exact(), !page.complete());
    }

    @ExceptionHandler(SearchIndex.Away.class)
    ProblemDetail away() {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "the index is being mended; nothing was lost, try again in a moment");
    }
}
