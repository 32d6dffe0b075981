package app.tidings.platform.access;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Refuses every token: the operator has named no key and no token file. */
final class NoTokens implements AuthenticationProvider {

    @Override
    public Authentication authenticate(Authentication authentication) {
        throw new InvalidBearerTokenException("no token is accepted here: set tidings.access.api-token-file");
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return BearerTokenAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
