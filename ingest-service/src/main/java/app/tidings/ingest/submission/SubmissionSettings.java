package app.tidings.ingest.submission;

import app.tidings.platform.limit.ClientAddress;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be submitted, by whom and how often.
 *
 * @param keyFile secret file with the keys of receipts, one line {@code kid:base64url} each, the first signs; without it
 *     nothing can be submitted
 * @param closed publications that take no submissions
 * @param perAddress submissions an hour from one network address (an IPv4 /24, an IPv6 /64)
 * @param perPublication submissions an hour to one publication
 * @param perHost submissions an hour of pages of one host, to one publication
 * @param trustedProxies networks (CIDR) whose {@code X-Forwarded-For} is believed
 * @param githubSecretFile secret of the webhook by which GitHub tells of issues; without it, or with an empty file, there is none
 * @param githubLabel only issues with this label are taken; null for all of them
 * @param telegramSecretFile secret token of the webhook of the Telegram bot; without it, or with an empty file, there is none
 */
@ConfigurationProperties("tidings.ingest.submissions")
public record SubmissionSettings(
        @Nullable Path keyFile,
        @DefaultValue List<String> closed,
        @DefaultValue("20") int perAddress,
        @DefaultValue("200") int perPublication,
        @DefaultValue("30") int perHost,
        @DefaultValue List<String> trustedProxies,
        @Nullable Path githubSecretFile,
        @Nullable String githubLabel,
        @Nullable Path telegramSecretFile) {

    public SubmissionSettings {
        closed = List.copyOf(closed);
        trustedProxies = List.copyOf(trustedProxies);
        githubLabel = githubLabel == null || githubLabel.isBlank() ? null : githubLabel.strip();
        requireOneOrMore(perAddress, "per-address");
        requireOneOrMore(perPublication, "per-publication");
        requireOneOrMore(perHost, "per-host");
        requireNetworks(trustedProxies);
    }

    private static void requireOneOrMore(int number, String key) {
        if (number < 1) {
            throw new IllegalArgumentException(
                    "tidings.ingest.submissions.%s is 1 or more, not %d".formatted(key, number));
        }
    }

    private static void requireNetworks(List<String> proxies) {
        try {
            new ClientAddress(proxies);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("tidings.ingest.submissions.trusted-proxies: " + e.getMessage(), e);
        }
    }
}
