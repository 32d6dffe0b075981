package app.tidings.platform.web;

import static java.util.stream.Collectors.toUnmodifiableMap;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** No request body may be larger than the limit, whether it says its length or not. */
final class BodyLimit extends OncePerRequestFilter {

    private final HttpSettings settings;
    private final Map<PathPattern, DataSize> others;
    private final ProblemResponses problems;

    BodyLimit(HttpSettings settings, ProblemResponses problems) {
        this.settings = settings;
        this.others = settings.otherBodies().entrySet().stream()
                .collect(toUnmodifiableMap(
                        each -> PathPatternParser.defaultInstance.parse(each.getKey()), Map.Entry::getValue));
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var maxBytes = largest(request).toBytes();
        if (request.getContentLengthLong() > maxBytes) {
            problems.write(
                    response, HttpStatus.CONTENT_TOO_LARGE, String.valueOf(new BodyTooLarge(maxBytes).getMessage()));
            return;
        }
        chain.doFilter(new Bounded(request, maxBytes), response);
    }

    private DataSize largest(HttpServletRequest request) {
        var path = PathContainer.parsePath(request.getRequestURI());
        return others.entrySet().stream()
                .filter(each -> each.getKey().matches(path))
                .min(Map.Entry.comparingByKey()) // the most specific
                .map(Map.Entry::getValue)
                .orElse(request.getUserPrincipal() == null ? settings.maxOpenBody() : settings.maxBody());
    }

    private static final class Bounded extends HttpServletRequestWrapper {

        private final long maxBytes;

        Bounded(HttpServletRequest request, long maxBytes) {
            super(request);
            this.maxBytes = maxBytes;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counting(super.getInputStream(), maxBytes);
        }
    }

    private static final class Counting extends ServletInputStream {

        private final ServletInputStream in;
        private final long maxBytes;
        private long count;

        Counting(ServletInputStream in, long maxBytes) {
            this.in = in;
            this.maxBytes = maxBytes;
        }

        @Override
        public int read() throws IOException {
            var read = in.read();
            counted(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = in.read(buffer, offset, length);
            counted(Math.max(read, 0));
            return read;
        }

        private void counted(int bytes) throws BodyTooLarge {
            count += bytes;
            if (count > maxBytes) {
                throw new BodyTooLarge(maxBytes);
            }
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
