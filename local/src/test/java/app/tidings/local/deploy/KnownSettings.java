package app.tidings.local.deploy;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.json.JsonMapper;

/** The environment variables that a service understands: those of its own settings, of the platform's, and of Spring's. */
final class KnownSettings {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";

    private KnownSettings() {}

    /** Of the service of that word, such as {@code ingest}. */
    static Set<String> of(String service) {
        return Stream.of(
                        records("app.tidings." + service),
                        records("app.tidings.platform"),
                        Stream.of("tidings.mongo.database", "tidings.group", "tidings.service"),
                        springs())
                .flatMap(names -> names)
                .map(KnownSettings::variable)
                .collect(toSet());
    }

    /** As Spring Boot maps names: dots and dashes become underscores. */
    private static String variable(String name) {
        return name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }

    private static Stream<String> records(String inPackage) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents(inPackage).stream()
                .map(found -> ClassUtils.resolveClassName(
                        String.valueOf(found.getBeanClassName()), KnownSettings.class.getClassLoader()))
                .flatMap(type ->
                        names(type.getAnnotation(ConfigurationProperties.class).value(), type));
    }

    private static Stream<String> names(String prefix, Class<?> type) {
        return Stream.of(type.getRecordComponents()).flatMap(component -> {
            var name = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
            var listed = listed(component);
            if (listed != null) {
                var parts = Stream.of(listed.getRecordComponents())
                        .map(each -> name + ".0." + each.getName()); // inside lists, dashes are left out
                return Stream.concat(Stream.of(name), parts); // some are read from one text
            }
            return component.getType().isRecord() && component.getType().getEnclosingClass() == type
                    ? names(name, component.getType())
                    : Stream.of(name);
        });
    }

    /** Of what record it is a list; null where it is none. */
    private static @Nullable Class<?> listed(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> type
                        && type.isRecord()
                ? type
                : null;
    }

    private static Stream<String> springs() {
        try {
            return Collections.list(KnownSettings.class.getClassLoader().getResources(METADATA)).stream()
                    .flatMap(resource -> {
                        try (var in = resource.openStream()) {
                            return JsonMapper.shared().readTree(in).path("properties").valueStream().toList().stream();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .map(property -> property.path("name").asString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
