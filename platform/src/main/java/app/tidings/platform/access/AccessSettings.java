package app.tidings.platform.access;

import static org.springframework.util.StringUtils.hasText;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whose tokens the service trusts. With none of these set, no protected address can be called.
 *
 * @param apiTokenFile file with the bootstrap token, one line of at least 32 characters; its bearer is an admin
 * @param jwtPublicKeyFile PEM file with the public key (RSA, X.509) that tokens of curation are checked with
 * @param jwkSetUri address of curation's or an external issuer's key set, instead of the file
 * @param jwtIssuer what {@code iss} must say; needed with a key
 * @param jwtAudience what {@code aud} must hold; needed with a key, for its issuer may sign for others too
 */
@ConfigurationProperties("tidings.access")
public record AccessSettings(
        @Nullable Path apiTokenFile,
        @Nullable Path jwtPublicKeyFile,
        @Nullable URI jwkSetUri,
        @Nullable String jwtIssuer,
        @Nullable String jwtAudience) {

    public AccessSettings {
        if ((jwtPublicKeyFile != null || jwkSetUri != null) && !(hasText(jwtIssuer) && hasText(jwtAudience))) {
            throw new IllegalArgumentException("tidings.access: signed tokens are trusted only with jwt-issuer and"
                    + " jwt-audience; set both beside jwt-public-key-file or jwk-set-uri");
        }
    }
}
