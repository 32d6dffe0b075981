package app.tidings.platform.access;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * Who may call which address of a service, in order, the first that matches deciding. Whatever no rule names is refused.
 * Patterns are Spring's path patterns.
 */
public final class AccessRules {

    private final List<Rule> rules = new ArrayList<>();

    /** One line; no method stands for every method, no role for everybody. */
    record Rule(
            @Nullable HttpMethod method,
            String pattern,
            @Nullable Role role) {}

    private AccessRules() {}

    /** Nothing is allowed yet. */
    public static AccessRules denyAll() {
        return new AccessRules();
    }

    /** Everybody may, without signing in. */
    public AccessRules open(@Nullable HttpMethod method, String pattern) {
        rules.add(new Rule(method, pattern, null));
        return this;
    }

    /** Who has the role, or one above it. */
    public AccessRules allow(@Nullable HttpMethod method, String pattern, Role role) {
        rules.add(new Rule(method, pattern, role));
        return this;
    }

    List<Rule> inOrder() {
        return List.copyOf(rules);
    }
}
