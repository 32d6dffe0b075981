package app.tidings.curation.paste;

import app.tidings.curation.paste.GiveText.Given;
import app.tidings.curation.text.ItemText;
import app.tidings.curation.text.ItemTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The readable text of an item, and the box to paste one into. */
@RestController
@RequestMapping("/api/v1/items/{id}/text")
class TextController {

    private final GiveText give;
    private final ItemTexts texts;

    /**
     * The text of an item.
     *
     * @param text a line for each paragraph
     * @param html the same with its structure, of a few harmless elements; none of a text that was read before it was kept
     * @param pasted whether a person gave it
     * @param characters how long the text is, in Unicode code points
     */
    record TextView(String itemId, String text, @Nullable String html, boolean pasted, long characters) {

        static TextView of(String itemId, ItemText text) {
            var characters = text.text().codePointCount(0, text.text().length());
            return new TextView(itemId, text.text(), text.html(), text.pasted(), characters);
        }
    }

    TextController(GiveText give, ItemTexts texts) {
        this.give = give;
        this.texts = texts;
    }

    @GetMapping
    TextView text(@PathVariable String id) {
        return texts.whole(id)
                .map(text -> TextView.of(id, text))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "item %s has no text; PUT one that you have".formatted(id)));
    }

    @PutMapping
    TextView give(@PathVariable String id, @RequestBody Pasted pasted) {
        return switch (give.run(id, pasted).orElseThrow(() -> unknown(id))) {
            case Given.Kept(var text) -> TextView.of(id, text);
            case Given.Empty() ->
                throw new ResponseStatusException(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "there is nothing to be read in it; paste the article itself");
        };
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable String id) {
        if (!give.takeBack(id)) {
            throw unknown(id);
        }
    }

    private static ResponseStatusException unknown(String id) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no item " + id);
    }
}
