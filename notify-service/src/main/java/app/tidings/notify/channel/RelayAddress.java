package app.tidings.notify.channel;

import java.time.Duration;
import java.util.Optional;

/**
 * Where the relay is and how it is spoken to.
 *
 * @param greeting our name in EHLO; empty for our address in brackets
 * @param connect limit for the connection and its greeting
 * @param reply limit for each reply but the last
 * @param answer limit for the reply to a whole mail
 */
public record RelayAddress(
        String host,
        int port,
        Security security,
        Optional<Login> login,
        String greeting,
        Duration connect,
        Duration reply,
        Duration answer) {

    /** How the way there is kept private. */
    public enum Security {
        NONE,
        STARTTLS_IF_OFFERED,
        STARTTLS,
        TLS
    }

    /** Who signs in. */
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }
}
