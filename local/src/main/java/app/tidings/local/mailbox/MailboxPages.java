package app.tidings.local.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shows the caught mails on 127.0.0.1: to a browser, and to programs by the two calls of Mailpit's API that list and show
 * mails. Nothing in a mail can run or call out.
 */
final class MailboxPages implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxPages.class);
    private static final Pattern ONE =
            Pattern.compile("/(?:messages|api/v1/message)/([0-9a-f-]{1,40})(?:/(html|raw))?");
    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String MAIL_POLICY =
            "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline';"
                    + " img-src data: http://127.0.0.1:* http://localhost:*; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'self'";

    @SuppressWarnings("ArrayRecordComponent") // an answer is never compared
    private record Answer(int status, String type, String policy, byte[] body) {

        static Answer page(int status, String html) {
            return new Answer(status, "text/html; charset=utf-8", PAGE_POLICY, html.getBytes(UTF_8));
        }

        static Answer of(String type, byte[] body) {
            return new Answer(200, type, PAGE_POLICY, body);
        }
    }

    private final HttpServer server;
    private final CaughtMails mails;
    private final JsonMapper json = JsonMapper.builder().build();

    private MailboxPages(HttpServer server, CaughtMails mails) {
        this.server = server;
        this.mails = mails;
    }

    static MailboxPages open(int port, CaughtMails mails) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 100);
            var pages = new MailboxPages(server, mails);
            server.createContext("/", pages::handle);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException("the mailbox cannot show its page on port " + port, e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answer(exchange));
        } catch (RuntimeException e) {
            LOG.error(
                    "the mailbox could not answer {}", exchange.getRequestURI().getPath(), e);
            send(exchange, Answer.page(500, MailboxHtml.message("The mailbox could not read this mail.")));
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (!fromThisMachine(exchange)) {
            return Answer.page(
                    421, MailboxHtml.message("Open the mailbox by its own address, 127.0.0.1 or localhost."));
        }
        if (!exchange.getRequestMethod().equals("GET")) {
            return Answer.page(405, MailboxHtml.message("The mailbox only shows."));
        }
        return switch (path) {
            case "/" -> Answer.page(200, MailboxHtml.list(mails.newestFirst()));
            case "/api/v1/messages" -> Answer.of("application/json", json.writeValueAsBytes(listed()));
            case "/assets/tidings.css" -> stylesheet("/static/assets/tidings.css");
            case "/assets/mailbox.css" -> stylesheet("mailbox.css");
            default -> one(path).orElseGet(() -> Answer.page(404, MailboxHtml.message("There is nothing here.")));
        };
    }

    private Optional<Answer> one(String path) {
        var matcher = ONE.matcher(path);
        return matcher.matches()
                ? mails.byId(matcher.group(1)).map(mail -> shown(mail, matcher.group(2), path.startsWith("/api/")))
                : Optional.empty();
    }

    private Answer shown(CaughtMail mail, @Nullable String part, boolean forPrograms) {
        var raw = mails.raw(mail);
        if ("raw".equals(part)) {
            return Answer.of("message/rfc822", raw);
        }
        var content = MailContent.of(raw);
        if (forPrograms) {
            return Answer.of("application/json", json.writeValueAsBytes(whole(mail, content)));
        }
        if ("html".equals(part)) {
            var html = content.html() == null ? "" : MailboxHtml.withLinksInNewTabs(content.html());
            return new Answer(200, "text/html; charset=utf-8", MAIL_POLICY, html.getBytes(UTF_8));
        }
        return Answer.page(200, MailboxHtml.one(mail, content));
    }

    private Map<String, Object> listed() {
        var all = mails.newestFirst();
        return Map.of(
                "total",
                all.size(),
                "messages",
                all.stream().map(MailboxPages::summary).toList());
    }

    private static Map<String, Object> summary(CaughtMail mail) {
        return Map.of(
                "ID", mail.id(),
                "MessageID", mail.messageId().replaceAll("^<|>$", ""),
                "From", Map.of("Address", mail.from()),
                "To", List.of(Map.of("Address", mail.to())),
                "Subject", mail.subject(),
                "Created", mail.receivedAt());
    }

    private static Map<String, Object> whole(CaughtMail mail, MailContent content) {
        var whole = new HashMap<>(summary(mail));
        whole.put("Text", Objects.requireNonNullElse(content.text(), ""));
        whole.put("HTML", Objects.requireNonNullElse(content.html(), ""));
        return whole;
    }

    private static Answer stylesheet(String resource) throws IOException {
        try (var in = MailboxPages.class.getResourceAsStream(resource)) {
            return Answer.of("text/css; charset=utf-8", in == null ? new byte[0] : in.readAllBytes());
        }
    }

    /** A page of another site that points its own name at 127.0.0.1 must not read the mails. */
    private static boolean fromThisMachine(HttpExchange exchange) {
        var host = exchange.getRequestHeaders().getFirst("Host");
        var name = host == null ? "" : host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
        return name.equals("127.0.0.1") || name.equals("localhost");
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", answer.type());
        headers.set("Content-Security-Policy", answer.policy());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
        if (answer.type().equals("message/rfc822")) {
            headers.set("Content-Disposition", "attachment; filename=\"mail.eml\"");
        }
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }
}
