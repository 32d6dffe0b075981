package app.tidings.curation.publication;

import app.tidings.contracts.Profile;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The publications of this installation. */
@RestController
@RequestMapping("/api/v1/publications")
class PublicationController {

    private final Publications publications;

    /** All of them: there are few. */
    record Listed(List<Profile> publications) {}

    PublicationController(Publications publications) {
        this.publications = publications;
    }

    @GetMapping
    Listed list() {
        return new Listed(publications.all());
    }

    @GetMapping("/{id}")
    Profile one(@PathVariable String id) {
        return publications
                .find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no publication " + id));
    }
}
