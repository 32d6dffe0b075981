package app.tidings.notify;

import app.tidings.notify.NotifySettings.Smtp;
import app.tidings.notify.channel.RelayAddress;
import app.tidings.notify.channel.RelayAddress.Login;
import app.tidings.notify.channel.RelayAddress.Security;
import app.tidings.notify.channel.SmtpRelay;
import app.tidings.notify.sending.SenderIdentity;
import app.tidings.notify.subscriber.AddressKeys;
import app.tidings.notify.subscriber.ReaderLinks;
import app.tidings.platform.Platform;
import app.tidings.platform.access.AccessRules;
import app.tidings.platform.access.Role;
import app.tidings.platform.token.SignedTokens;
import app.tidings.platform.token.TokenKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

/** notify-service: editions in, mails out. */
@SpringBootApplication
@Import(Platform.class)
@ConfigurationPropertiesScan
public class NotifyApplication {

    public static void main(String... args) {
        builder().run(args);
    }

    /** The application as it is run alone and beside the others. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(NotifyApplication.class).properties("spring.config.name=notify-service");
    }

    @Bean
    AccessRules accessRules() {
        return AccessRules.denyAll()
                .open(HttpMethod.GET, "/assets/**")
                .open(HttpMethod.HEAD, "/assets/**")
                .open(HttpMethod.GET, "/subscribe")
                .open(HttpMethod.HEAD, "/subscribe")
                .open(HttpMethod.POST, "/subscribe")
                .open(HttpMethod.GET, "/subscribe/*")
                .open(HttpMethod.HEAD, "/subscribe/*")
                .open(HttpMethod.POST, "/subscribe/*")
                .open(HttpMethod.POST, "/api/v1/subscribers")
                .allow(HttpMethod.GET, "/api/v1/subscribers/count", Role.READER)
                .allow(HttpMethod.GET, "/api/v1/deliveries/**", Role.READER)
                .allow(HttpMethod.POST, "/api/v1/deliveries/**", Role.EDITOR);
    }

    @Bean
    ReaderLinks readerLinks(NotifySettings settings, InstantSource clock) {
        var file = required(settings.tokenKeyFile(), "tidings.notify.token-key-file");
        return new ReaderLinks(settings.publicUrl(), new SignedTokens(TokenKeys.fromFile(file), clock));
    }

    @Bean
    AddressKeys addressKeys(NotifySettings settings) {
        return AddressKeys.fromFile(required(settings.addressKeyFile(), "tidings.notify.address-key-file"));
    }

    private static Path required(@Nullable Path file, String key) {
        if (file == null) {
            throw new IllegalStateException(key + " is not set: name the file that holds the secret");
        }
        return file;
    }

    @Bean
    SenderIdentity senderIdentity(NotifySettings settings) {
        var from = settings.smtp().from();
        return new SenderIdentity(
                from == null ? "newsletter@" + hostName(settings.publicUrl().getHost()) : from);
    }

    /** A sender's domain is a name; a machine that is only known by its number is this one. */
    private static String hostName(String host) {
        return host.matches("[0-9.]+|\\[.*]") ? "localhost" : host;
    }

    @Bean
    SmtpRelay smtpRelay(NotifySettings settings) {
        var smtp = settings.smtp();
        return new SmtpRelay(
                new RelayAddress(
                        smtp.host(),
                        smtp.port(),
                        security(smtp),
                        Optional.ofNullable(smtp.username()).map(user -> new Login(user, password(smtp))),
                        smtp.greeting() == null ? "" : smtp.greeting(),
                        smtp.connectTimeout(),
                        smtp.replyTimeout(),
                        smtp.answerTimeout()),
                null);
    }

    private static Security security(Smtp smtp) {
        return switch (smtp.tls()) {
            case NEVER -> Security.NONE;
            case IF_OFFERED -> Security.STARTTLS_IF_OFFERED;
            case REQUIRED -> Security.STARTTLS;
            case IMPLICIT -> Security.TLS;
            case null -> isLoopback(smtp.host()) ? Security.NONE : Security.STARTTLS;
        };
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false; // may be known later; then the strict choice holds
        }
    }

    private static String password(Smtp smtp) {
        try {
            return Files.readString(required(smtp.passwordFile(), "tidings.notify.smtp.password-file"))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException("tidings.notify.smtp.password-file cannot be read", e);
        }
    }
}
