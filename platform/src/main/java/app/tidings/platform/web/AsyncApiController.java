package app.tidings.platform.web;

import app.tidings.contracts.AsyncApi;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The document of topics and events, generated from the contracts. */
@RestController
class AsyncApiController {

    private static final String DOCUMENT = AsyncApi.document();

    @GetMapping(path = "/api/v1/${tidings.service}/asyncapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    String document() {
        return DOCUMENT;
    }
}
