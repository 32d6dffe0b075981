package app.tidings.platform.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.tidings.contracts.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;

/** The one token of a secret file, so that a service works alone; only its hash is kept in memory. */
final class BootstrapToken implements OpaqueTokenIntrospector {

    private static final int MIN_LENGTH = 32;

    private final byte[] hash;

    private BootstrapToken(byte[] hash) {
        this.hash = hash;
    }

    static BootstrapToken fromFile(Path file) {
        try {
            var token = Files.readString(file).strip();
            if (token.length() < MIN_LENGTH) {
                throw new IllegalStateException(
                        "%s holds no token of at least %d characters; make one with: openssl rand -hex 32"
                                .formatted(file, MIN_LENGTH));
            }
            return new BootstrapToken(hash(token));
        } catch (IOException e) {
            throw new UncheckedIOException("tidings.access.api-token-file cannot be read: " + file, e);
        }
    }

    @Override
    public OAuth2AuthenticatedPrincipal introspect(String token) {
        if (!MessageDigest.isEqual(hash, hash(token))) {
            throw new BadOpaqueTokenException("the token is not known here");
        }
        return new DefaultOAuth2AuthenticatedPrincipal(
                "bootstrap", Map.of("sub", "bootstrap"), List.of(new SimpleGrantedAuthority(Role.ADMIN.authority())));
    }

    private static byte[] hash(String token) {
        return Ids.contentHash(token.getBytes(UTF_8)).getBytes(UTF_8);
    }
}
