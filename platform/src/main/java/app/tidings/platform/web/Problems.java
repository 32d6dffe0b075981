package app.tidings.platform.web;

import app.tidings.contracts.BadValue;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.mongodb.MongoException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Every error of a controller as problem details (RFC 9457) that say what to do. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    /** A record's own guard speaks to the caller. */
    @ExceptionHandler
    ProblemDetail refused(BadValue guard) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(guard.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail refused(BodyTooLarge body) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONTENT_TOO_LARGE, String.valueOf(body.getMessage()));
    }

    /** A form or a query that the server cannot read, or will not for its size. */
    @ExceptionHandler
    ProblemDetail refused(InvalidParameterException parameters) {
        var status = Objects.requireNonNullElse(HttpStatus.resolve(parameters.getErrorCode()), HttpStatus.BAD_REQUEST);
        return ProblemDetail.forStatusAndDetail(
                status,
                status == HttpStatus.CONTENT_TOO_LARGE
                        ? "the form is too large; send less text"
                        : "the form or the query of the address cannot be read");
    }

    @ExceptionHandler
    ProblemDetail away(MongoException fault) {
        LOG.atWarn().addKeyValue("cause", fault.toString()).log("the store did not answer a request");
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "the store does not answer; nothing was lost, try again in a moment");
    }

    @ExceptionHandler
    ProblemDetail defect(RuntimeException fault) {
        if (brokerIsAway(fault)) {
            LOG.atWarn().addKeyValue("cause", fault.toString()).log("the broker did not answer a request");
            return ProblemDetail.forStatusAndDetail(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "the broker does not answer; nothing was lost, try again in a moment");
        }
        LOG.atError().setCause(fault).log("a request failed");
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR, "this should not happen; the log of the service says more");
    }

    private static boolean brokerIsAway(Throwable fault) {
        return causes(fault).anyMatch(RetriableException.class::isInstance);
    }

    private static Stream<Throwable> causes(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var problem = causes(unreadable)
                .filter(BodyTooLarge.class::isInstance)
                .findFirst()
                .map(body -> refused((BodyTooLarge) body))
                .orElseGet(() -> ProblemDetail.forStatusAndDetail(status, reason(unreadable.getCause())));
        return createResponseEntity(problem, headers, HttpStatusCode.valueOf(problem.getStatus()), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
            HttpMediaTypeNotSupportedException unsupported,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var wanted = unsupported.getSupportedMediaTypes().stream()
                .filter(MediaType::isConcrete)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        var problem = ProblemDetail.forStatusAndDetail(
                status, "a body of this type is not read here; send one of Content-Type: " + wanted);
        return createResponseEntity(problem, headers, status, request);
    }

    private static String known(UnrecognizedPropertyException unknown) {
        return Objects.requireNonNullElse(unknown.getKnownPropertyIds(), List.of()).stream()
                .map(String::valueOf)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String reason(@Nullable Throwable cause) {
        return switch (cause) {
            case DatabindException field
            when field.getCause() instanceof BadValue guard -> String.valueOf(guard.getMessage());
            case UnrecognizedPropertyException unknown ->
                "there is no field %s; there are: %s".formatted(place(unknown), known(unknown));
            case InvalidFormatException word
            when word.getTargetType() != null && word.getTargetType().isEnum() ->
                "%s is none of: %s"
                        .formatted(place(word), join(word.getTargetType().getEnumConstants()));
            case InvalidTypeIdException word -> noSuchKind(word);
            case DatabindException field -> "a field has the wrong type: " + place(field);
            case JacksonException json ->
                "the body is not valid JSON at line %d, column %d"
                        .formatted(
                                json.getLocation().getLineNr(),
                                json.getLocation().getColumnNr());
            case null, default -> "the body is missing or cannot be read";
        };
    }

    private static String join(Object... words) {
        return Stream.of(words).map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** A record of several kinds whose word is missing, or is that of none. */
    private static String noSuchKind(InvalidTypeIdException word) {
        var kinds = word.getBaseType().getRawClass();
        var info = kinds.getAnnotation(JsonTypeInfo.class);
        var types = kinds.getAnnotation(JsonSubTypes.class);
        return info == null || types == null
                ? "a field has the wrong type: " + place(word)
                : "%s/%s is none of: %s"
                        .formatted(
                                word.getPath().isEmpty() ? "" : place(word),
                                info.property(),
                                join(Stream.of(types.value())
                                        .map(JsonSubTypes.Type::name)
                                        .toArray()));
    }

    private static String place(DatabindException fault) {
        var path = new StringBuilder();
        fault.getPath()
                .forEach(step -> path.append('/')
                        .append(
                                step.getPropertyName() == null
                                        ? String.valueOf(step.getIndex())
                                        : step.getPropertyName()));
        return path.isEmpty() ? "the body itself" : path.toString();
    }
}
