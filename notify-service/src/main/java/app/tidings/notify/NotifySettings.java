package app.tidings.notify;

import app.tidings.notify.ledger.LedgerPage.Ambiguity;
import app.tidings.platform.address.Cidr;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What notify-service can be told.
 *
 * @param publicUrl where readers reach this service; every link in a mail begins with it, whatever a request says
 * @param tokenKeyFile secret file with the keys of the links in mails, one line {@code kid:base64url} each, the first signs
 * @param addressKeyFile secret file with at least 32 characters, under which addresses are hashed; never changed, or known
 *     addresses are not recognised any more
 * @param ambiguous what to do with an issue's mail of which nobody can know whether it was sent
 * @param ambiguousMails the same for confirmation mails and other mails to one reader
 * @param retry how long to wait before each further attempt at a delivery that the relay puts off; then it is refused
 * @param lease how long a sender may hold a page of the ledger without a sign of life
 * @param lookAgain how often to look for work that nobody told of
 */
@ConfigurationProperties("tidings.notify")
public record NotifySettings(
        @DefaultValue("http://127.0.0.1:8084") URI publicUrl,
        @Nullable Path tokenKeyFile,
        @Nullable Path addressKeyFile,
        @DefaultValue("hold") Ambiguity ambiguous,
        @DefaultValue("resend") Ambiguity ambiguousMails,
        @DefaultValue({"1m", "5m", "15m"}) List<Duration> retry,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("1s") Duration lookAgain,
        @DefaultValue SignUps signUps,
        @DefaultValue Smtp smtp) {

    private static final int MAX_PORT = 65_535;

    public NotifySettings {
        var path = publicUrl.getPath();
        var nothingBehind = publicUrl.getQuery() == null && publicUrl.getFragment() == null;
        require(
                List.of("http", "https").contains(String.valueOf(publicUrl.getScheme()))
                        && publicUrl.getHost() != null
                        && (path.isEmpty() || path.equals("/"))
                        && nothingBehind,
                "public-url is http:// or https:// and a host without a path, not " + publicUrl);
        require(!retry.isEmpty(), "retry names no wait, so a mail that is put off once would be refused");
        retry.forEach(step -> requirePositive(step, "retry"));
        requirePositive(lease, "lease");
        requirePositive(lookAgain, "look-again");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("tidings.notify." + otherwise);
        }
    }

    private static void requirePositive(Duration duration, String key) {
        require(duration.isPositive(), "%s is longer than nothing, not %s".formatted(key, duration));
    }

    private static void requireOneOrMore(int number, String key) {
        require(number >= 1, "%s is 1 or more, not %d".formatted(key, number));
    }

    /**
     * What sign-ups may cost.
     *
     * @param perAddress sign-ups an hour from one IP address (an IPv6 /64)
     * @param perNet sign-ups an hour from one network (an IPv4 /24, an IPv6 /48)
     * @param all sign-ups an hour in all
     * @param trustedProxies networks (CIDR) whose {@code X-Forwarded-For} is believed
     */
    public record SignUps(
            @DefaultValue("20") int perAddress,
            @DefaultValue("100") int perNet,
            @DefaultValue("2000") int all,
            @DefaultValue List<String> trustedProxies) {

        public SignUps {
            requireOneOrMore(perAddress, "sign-ups.per-address");
            requireOneOrMore(perNet, "sign-ups.per-net");
            requireOneOrMore(all, "sign-ups.all");
            trustedProxies.forEach(SignUps::requireBlock);
        }

        private static void requireBlock(String proxy) {
            try {
                Cidr.of(proxy);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("tidings.notify.sign-ups.trusted-proxies: " + e.getMessage(), e);
            }
        }
    }

    /**
     * The relay that takes our mails.
     *
     * @param username with {@code passwordFile}, if the relay wants somebody to sign in
     * @param tls {@code never}, {@code if-offered}, {@code required} (STARTTLS) or {@code implicit}; where not said,
     *     {@code never} for a relay on this machine and {@code required} for any other
     * @param connections how many mails are on the wire at a time; after a kill, at most so many are ambiguous
     * @param from the sender's address; where not said, {@code newsletter@} the host of {@code public-url}
     * @param greeting the name by which we greet the relay; where not said, our address
     * @param connectTimeout for the connection and its greeting
     * @param replyTimeout for each reply but the last
     * @param answerTimeout for the reply to a whole mail
     */
    public record Smtp(
            @DefaultValue("127.0.0.1") String host,
            @DefaultValue("25") int port,
            @Nullable String username,
            @Nullable Path passwordFile,
            @Nullable Tls tls,
            @DefaultValue("8") int connections,
            @Nullable String from,
            @Nullable String greeting,
            @DefaultValue("10s") Duration connectTimeout,
            @DefaultValue("60s") Duration replyTimeout,
            @DefaultValue("5m") Duration answerTimeout) {

        public Smtp {
            username = saidOrNull(username);
            from = saidOrNull(from);
            greeting = saidOrNull(greeting);
            require(port >= 1 && port <= MAX_PORT, "smtp.port is between 1 and %d, not %d".formatted(MAX_PORT, port));
            requireOneOrMore(connections, "smtp.connections");
            requirePositive(connectTimeout, "smtp.connect-timeout");
            requirePositive(replyTimeout, "smtp.reply-timeout");
            requirePositive(answerTimeout, "smtp.answer-timeout");
        }

        /** An environment variable that is passed on where nobody set it is there, but empty. */
        private static @Nullable String saidOrNull(@Nullable String value) {
            return value == null || value.isBlank() ? null : value;
        }

        /** How the way to the relay is kept private. */
        public enum Tls {
            NEVER,
            IF_OFFERED,
            REQUIRED,
            IMPLICIT
        }
    }
}
