package app.tidings.platform.access;

import app.tidings.platform.web.ProblemResponses;
import app.tidings.platform.web.SecurityHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.oauth2.server.resource.authentication.OpaqueTokenAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Deny by default; what a service opens stands in its {@link AccessRules}. Every answer carries the security headers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
public class AccessConfiguration {

    @Bean
    RoleHierarchy roleHierarchy() {
        return RoleHierarchyImpl.withDefaultRolePrefix()
                .role(Role.ADMIN.name())
                .implies(Role.EDITOR.name())
                .role(Role.EDITOR.name())
                .implies(Role.AUTHOR.name())
                .role(Role.AUTHOR.name())
                .implies(Role.READER.name())
                .build();
    }

    /** Addresses with steps, slashes or characters that two readers could read differently are refused before any rule is asked. */
    @Bean
    RequestRejectedHandler rejectedRequests(ProblemResponses problems) {
        return (request, response, refused) -> {
            SecurityHeaders.on(response);
            problems.write(
                    response,
                    HttpStatus.BAD_REQUEST,
                    "the address, the method or a header holds what is not allowed there");
        };
    }

    /** Health and metrics, on the management port alone. */
    @Bean
    @Order(1)
    SecurityFilterChain managementEndpoints(HttpSecurity http) throws Exception {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(
            HttpSecurity http,
            AccessRules rules,
            AccessSettings settings,
            ProblemResponses problems,
            @Value("${tidings.service}") String service)
            throws Exception {
        var tokens = authenticationManager(settings);
        return http.authorizeHttpRequests(requests -> authorize(requests, rules, "/api/v1/" + service))
                .oauth2ResourceServer(server -> server.authenticationManagerResolver(request -> tokens)
                        .withObjectPostProcessor(answering(problems))
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable) // no cookie signs anybody in, so there is nothing to forge
                .headers(headers -> headers.contentSecurityPolicy(
                                csp -> csp.policyDirectives(SecurityHeaders.CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny))
                .build();
    }

    private static void authorize(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            AccessRules rules,
            String root) {
        for (var rule : rules.inOrder()) {
            var matched = requests.requestMatchers(rule.method(), rule.pattern());
            if (rule.role() == null) {
                matched.permitAll();
            } else {
                matched.hasRole(rule.role().name());
            }
        }
        requests.requestMatchers(root + "/openapi.json", root + "/asyncapi.json")
                .permitAll();
        requests.requestMatchers(root + "/dead-letters/**").hasRole(Role.ADMIN.name());
        requests.requestMatchers("/error").permitAll();
        requests.anyRequest().denyAll();
    }

    /** Lets a key set that is away be answered as a problem; by default the fault would leave the filter. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answering(ProblemResponses problems) {
        var handler = new AuthenticationEntryPointFailureHandler(problems);
        handler.setRethrowAuthenticationServiceException(false);
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(handler);
                return filter;
            }
        };
    }

    /** Signed tokens last: what the last one says of a token is what is answered, such as that its keys are away. */
    private static AuthenticationManager authenticationManager(AccessSettings settings) {
        List<AuthenticationProvider> providers = new ArrayList<>();
        Optional.ofNullable(settings.apiTokenFile())
                .map(BootstrapToken::fromFile)
                .map(OpaqueTokenAuthenticationProvider::new)
                .ifPresent(providers::add);
        SignedTokenDecoder.of(settings).map(AccessConfiguration::signedTokens).ifPresent(providers::add);
        if (providers.isEmpty()) {
            providers.add(new NoTokens());
        }
        return new ProviderManager(providers);
    }

    private static AuthenticationProvider signedTokens(JwtDecoder decoder) {
        var authorities = new JwtGrantedAuthoritiesConverter();
        authorities.setAuthoritiesClaimName("roles");
        authorities.setAuthorityPrefix("ROLE_");
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(authorities);
        var provider = new JwtAuthenticationProvider(decoder);
        provider.setJwtAuthenticationConverter(converter);
        return provider;
    }
}
