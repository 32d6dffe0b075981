package app.tidings.local.newsroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.config.YamlMapFactoryBean;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** All that the newsroom shows, read from the class path: {@code sites.yml}, one file for each page, and the figures. */
record Content(Map<String, Site> sites, List<Page> pages, Map<String, byte[]> figures) {

    private static final String FOLDER = "classpath:newsroom/";
    private static final String FENCE = "---\n";
    private static final PathMatchingResourcePatternResolver RESOURCES = new PathMatchingResourcePatternResolver();
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private record SiteFile(List<Site> sites) {}

    static Content load() {
        try {
            var sites = yaml(RESOURCES.getResource(FOLDER + "sites.yml"), SiteFile.class).sites().stream()
                    .collect(toMap(Site::id, identity(), (_, second) -> second, LinkedHashMap::new));
            var pages = Arrays.stream(RESOURCES.getResources(FOLDER + "pages/*/*.md"))
                    .map(Content::page)
                    .sorted(Comparator.comparing((Page page) -> page.front().before())
                            .thenComparing(Page::path))
                    .toList();
            var figures = Arrays.stream(RESOURCES.getResources(FOLDER + "figures/*.png"))
                    .collect(toMap(each -> Objects.requireNonNull(each.getFilename()), Content::bytes));
            return new Content(sites, pages, figures);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The layout of that name. */
    static Template layout(String name) {
        return new Template(text(RESOURCES.getResource(FOLDER + "layouts/" + name + ".html")));
    }

    /** The site's own pages, newest first. */
    List<Page> pagesOf(Site site) {
        return pages.stream().filter(page -> page.site().equals(site.id())).toList();
    }

    Site siteOf(Page page) {
        return Objects.requireNonNull(sites.get(page.site()));
    }

    String languageOf(Page page) {
        var own = page.front().language();
        return own == null ? siteOf(page).language() : own;
    }

    /** The page at a path without its leading slash. */
    Page at(String path) {
        return pages.stream()
                .filter(page -> page.path().equals("/" + path))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no page of the newsroom is at " + path));
    }

    /** Folder and name make the address; two hyphens in the name stand for a slash. */
    private static Page page(Resource file) {
        var text = text(file);
        var end = text.indexOf("\n" + FENCE, FENCE.length());
        if (!text.startsWith(FENCE) || end < 0) {
            throw new IllegalStateException("no front matter in " + file);
        }
        var front = yaml(new ByteArrayResource(text.substring(0, end).getBytes(UTF_8)), Page.Front.class);
        var name = Objects.requireNonNull(file.getFilename());
        return new Page(
                folderOf(file),
                name.substring(0, name.length() - ".md".length()).replace("--", "/"),
                front,
                text.substring(end + 1 + FENCE.length()).strip());
    }

    private static String folderOf(Resource file) {
        try {
            var steps = file.getURL().getPath().split("/", -1);
            return steps[steps.length - 2];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T yaml(Resource file, Class<T> type) {
        var yaml = new YamlMapFactoryBean();
        yaml.setResources(file);
        return MAPPER.convertValue(yaml.getObject(), type);
    }

    private static String text(Resource file) {
        return new String(bytes(file), UTF_8);
    }

    private static byte[] bytes(Resource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
