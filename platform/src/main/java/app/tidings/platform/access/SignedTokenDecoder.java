package app.tidings.platform.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.converter.RsaKeyConverters;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Decodes signed tokens (RFC 7519) of curation or an issuer: RS256 only, time always checked. */
final class SignedTokenDecoder {

    private SignedTokenDecoder() {}

    /** The decoder that the settings ask for, or none. */
    static Optional<JwtDecoder> of(AccessSettings settings) {
        var decoder = decoder(settings);
        if (decoder == null) {
            return Optional.empty();
        }
        decoder.setJwtValidator(validators(settings));
        return Optional.of(decoder);
    }

    private static @Nullable NimbusJwtDecoder decoder(AccessSettings settings) {
        if (settings.jwkSetUri() != null) {
            return NimbusJwtDecoder.withJwkSetUri(settings.jwkSetUri().toString())
                    .jwsAlgorithm(SignatureAlgorithm.RS256)
                    .build();
        }
        if (settings.jwtPublicKeyFile() != null) {
            return NimbusJwtDecoder.withPublicKey(read(settings.jwtPublicKeyFile()))
                    .signatureAlgorithm(SignatureAlgorithm.RS256)
                    .build();
        }
        return null;
    }

    private static OAuth2TokenValidator<Jwt> validators(AccessSettings settings) {
        List<OAuth2TokenValidator<Jwt>> validators = new ArrayList<>();
        validators.add(new JwtTimestampValidator());
        if (settings.jwtIssuer() != null) {
            validators.add(new JwtIssuerValidator(settings.jwtIssuer()));
        }
        if (settings.jwtAudience() != null) {
            validators.add(new JwtAudienceValidator(settings.jwtAudience()));
        }
        return new DelegatingOAuth2TokenValidator<>(validators);
    }

    private static RSAPublicKey read(Path file) {
        try (var in = Files.newInputStream(file)) {
            var key = RsaKeyConverters.x509().convert(in);
            if (key == null) {
                throw new IllegalStateException("tidings.access.jwt-public-key-file holds no RSA key: " + file);
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("tidings.access.jwt-public-key-file cannot be read: " + file, e);
        }
    }
}
