package app.tidings.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/** The public host sends each address to the service that has it. */
class ProxyRoutesTest {

    private static final Pattern MATCHER = Pattern.compile("(?m)^\\s*@(\\w+) path (.+)$");
    private static final Pattern WAY = Pattern.compile("handle (?:@(\\w+) )?\\{\\s*import to (\\w+) (\\d+)");

    private final String caddyfile = ComposeFile.text("deploy/proxy/Caddyfile");

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "curation", "render", "notify"})
    void sendsEachAddressToItsService(String service) {
        var addresses = addresses(service);

        assertThat(addresses)
                .isNotEmpty()
                .allSatisfy(address -> assertThat(target(caddyfile, address))
                        .as(address)
                        .isEqualTo(service + " "
                                + ComposeFileTest.Ports.of(service).api()));
    }

    @Test
    void wouldNoticeAnAddressThatGoesElsewhere() {
        var faulty = caddyfile.replace(" /api/v1/deliveries/*", "");

        assertThat(target(faulty, "/api/v1/deliveries/x")).isEqualTo("render 8083");
    }

    @Test
    void sendsTheStylesheetsThatAllPagesShareToTheArchiveWhichServesThemToo() {
        assertThat(target(caddyfile, "/assets/reader.css")).startsWith("render ");
        assertThat(target(caddyfile, "/assets/tidings.css")).startsWith("render ");
    }

    /** The service and port that Caddy would choose: the first handle that matches, in the order of the file. */
    private static String target(String caddyfile, String address) {
        var matchers = new LinkedHashMap<String, List<String>>();
        MATCHER.matcher(caddyfile)
                .results()
                .forEach(found -> matchers.put(
                        found.group(1), List.of(found.group(2).strip().split("\\s+", -1))));
        return WAY.matcher(caddyfile)
                .results()
                .filter(way -> way.group(1) == null || matches(matchers, way.group(1), address))
                .map(way -> way.group(2) + " " + way.group(3))
                .findFirst()
                .orElse("nobody");
    }

    private static boolean matches(Map<String, List<String>> matchers, String name, String address) {
        return matchers.getOrDefault(name, List.of()).stream()
                .anyMatch(path -> path.endsWith("*")
                        ? address.startsWith(path.substring(0, path.length() - 1))
                        : address.equals(path));
    }

    /** Every address of a service's controllers and of the platform's in it, with an {@code x} for each variable. */
    private static List<String> addresses(String service) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        var addresses = new ArrayList<>(List.of("/api/v1/%s/openapi.json".formatted(service)));
        Stream.of("app.tidings." + service, "app.tidings.platform")
                .flatMap(inPackage -> scanner.findCandidateComponents(inPackage).stream())
                .map(found -> ClassUtils.resolveClassName(
                        String.valueOf(found.getBeanClassName()), ProxyRoutesTest.class.getClassLoader()))
                .filter(type -> !type.getPackageName().contains(".fixture"))
                .flatMap(type -> Stream.of(type.getDeclaredMethods()).flatMap(method -> addresses(type, method)))
                .filter(address -> !address.equals("/error")) // each server forwards its own errors there itself
                .map(address -> address.replace("${tidings.service}", service).replaceAll("\\{[^/]*}(?=/|$|\\.)", "x"))
                .forEach(addresses::add);
        return addresses;
    }

    private static Stream<String> addresses(Class<?> type, Method method) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        if (mapping == null) {
            return Stream.empty();
        }
        var before = AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
        var prefix = before == null ? "" : before.path()[0];
        return mapping.path().length == 0
                ? Stream.of(prefix)
                : Stream.of(mapping.path()).map(path -> prefix + path);
    }
}
