package app.tidings.platform.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/**
 * What Tomcat refuses by itself, such as a request that breaks HTTP, is a problem (RFC 9457) like all other errors: by default it
 * would be a page, without the headers that keep a browser from more.
 */
public final class ProblemValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemValve.class);
    private static final int FIRST_ERROR = 400;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable fault) {
        var status = response.getStatus();
        if (status < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        SecurityHeaders.on(response);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        try {
            var writer = response.getReporter();
            if (writer != null) {
                writer.write(problem(status));
                response.finishResponse();
            }
        } catch (IOException e) {
            LOG.atDebug().addKeyValue("cause", e.toString()).log("a refusal could not be sent");
        }
    }

    /** Nothing of the request is in it. */
    private static String problem(int status) {
        var known = HttpStatus.resolve(status);
        return "{\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                .formatted(
                        known == null ? "Error" : known.getReasonPhrase(),
                        status,
                        status < 500
                                ? "the request breaks the rules of HTTP: mend its address and its headers"
                                : "this should not happen; the log of the service says more");
    }
}
