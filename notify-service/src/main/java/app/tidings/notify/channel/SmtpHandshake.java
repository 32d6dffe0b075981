package app.tidings.notify.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.notify.channel.RelayAddress.Login;
import app.tidings.notify.channel.RelayAddress.Security;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** How a conversation begins: greeted, private where that is asked for, signed in where that is asked for. */
final class SmtpHandshake {

    private static final int READY = 220;
    private static final int SIGNED_IN = 235;
    private static final int OK = 250;
    private static final int GO_ON = 334;

    private final SmtpWire wire;
    private final RelayAddress address;
    private Map<String, String> offers = Map.of();

    SmtpHandshake(SmtpWire wire, RelayAddress address) {
        this.wire = wire;
        this.address = address;
    }

    /** Comes as far as the relay taking mails; returns what it offers, by keyword. */
    Map<String, String> shake(@Nullable SSLSocketFactory trust) throws IOException {
        if (address.security() == Security.TLS) {
            wire.secure(address.host(), address.connect(), trust);
        }
        expect(READY, wire.reply(address.connect()), "greeting");
        greet();
        if (starttls()) {
            expect(READY, wire.command("STARTTLS", address.reply()), "STARTTLS");
            wire.secure(address.host(), address.reply(), trust);
            greet();
        }
        if (address.login().isPresent()) {
            signIn(address.login().get());
        }
        return offers;
    }

    private void greet() throws IOException {
        var name = address.greeting().isEmpty() ? wire.localAddress() : address.greeting();
        var hello = wire.command("EHLO " + name, address.reply());
        if (hello.isPermanent()) {
            offers = Map.of();
            expect(OK, wire.command("HELO " + name, address.reply()), "HELO");
            return;
        }
        expect(OK, hello, "EHLO");
        var offered = new HashMap<String, String>();
        hello.lines().stream().skip(1).map(String::strip).forEach(line -> {
            var space = (line + " ").indexOf(' ');
            offered.put(
                    line.substring(0, space).toUpperCase(Locale.ROOT),
                    line.substring(space).strip());
        });
        offers = Map.copyOf(offered);
    }

    private boolean starttls() throws IOException {
        var offered = offers.containsKey("STARTTLS");
        return switch (address.security()) {
            case NONE, TLS -> false;
            case STARTTLS_IF_OFFERED -> offered;
            case STARTTLS -> {
                if (!offered) {
                    throw new IOException("the relay does not offer STARTTLS, and tidings.notify.smtp.tls requires it");
                }
                yield true;
            }
        };
    }

    private void signIn(Login login) throws IOException {
        if (!wire.isSecure() && !wire.isLoopback()) {
            throw new IOException("a password is never sent to another machine without TLS");
        }
        var mechanisms =
                List.of(offers.getOrDefault("AUTH", "").toUpperCase(Locale.ROOT).split(" +"));
        if (mechanisms.contains("PLAIN")) {
            var secret = "\0" + login.user() + "\0" + login.password();
            expect(SIGNED_IN, wire.command("AUTH PLAIN " + base64(secret), address.reply()), "AUTH");
        } else if (mechanisms.contains("LOGIN")) {
            expect(GO_ON, wire.command("AUTH LOGIN", address.reply()), "AUTH");
            expect(GO_ON, wire.command(base64(login.user()), address.reply()), "AUTH");
            expect(SIGNED_IN, wire.command(base64(login.password()), address.reply()), "AUTH");
        } else {
            throw new IOException("the relay offers neither AUTH PLAIN nor AUTH LOGIN");
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static void expect(int code, SmtpReply reply, String step) throws IOException {
        if (reply.code() != code) {
            throw new IOException("%s was answered with %s".formatted(step, reply.shown("")));
        }
    }
}
