package app.tidings.render.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Where there is no page: a page that says so for browsers, problem details for programs. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class NotFoundController {

    private final SitePages pages;

    NotFoundController(SitePages pages) {
        this.pages = pages;
    }

    @ExceptionHandler({NoSuchPage.class, NoHandlerFoundException.class, NoResourceFoundException.class})
    ResponseEntity<?> notFound(HttpServletRequest request) {
        var answer = ResponseEntity.status(HttpStatus.NOT_FOUND).header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        if (isBrowser(request)) {
            return answer.contentType(SiteController.HTML).body(pages.notFound());
        }
        return answer.contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(
                        HttpStatus.NOT_FOUND, "nothing is published under this address"));
    }

    private static boolean isBrowser(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT))
                .filter(accept -> accept.contains(MediaType.TEXT_HTML_VALUE))
                .isPresent();
    }
}
