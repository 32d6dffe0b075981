package app.tidings.platform.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
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
import org.springframework.web.client.RestTemplate;

/** Decodes signed tokens (RFC 7519) of curation or an issuer: RS256 only; an end, issuer and audience must stand in it. */
final class SignedTokenDecoder {

    private static final Duration LONGEST = Duration.ofSeconds(5);

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
                    .restOperations(keySetClient())
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
        var time = new JwtTimestampValidator();
        time.setAllowEmptyExpiryClaim(false);
        return new DelegatingOAuth2TokenValidator<>(
                time,
                new JwtIssuerValidator(String.valueOf(settings.jwtIssuer())),
                new JwtAudienceValidator(String.valueOf(settings.jwtAudience())));
    }

    /** A key set that does not answer must not hold requests for long. */
    private static RestTemplate keySetClient() {
        var requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(LONGEST);
        requests.setReadTimeout(LONGEST);
        return new RestTemplate(requests);
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
