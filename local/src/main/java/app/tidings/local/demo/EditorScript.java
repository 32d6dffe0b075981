package app.tidings.local.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.YamlMapFactoryBean;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the demo's editor does and writes, as it stands in {@code demo/editor.yml}.
 *
 * @param past names of files with issues from before
 */
record EditorScript(
        String publication,
        String issueKey,
        Map<String, String> headline,
        List<String> past,
        List<Twins> twins,
        List<Source> sources,
        List<Reader> readers,
        List<Entry> entries,
        List<Declined> declined,
        List<Block> blocks) {

    /**
     * A feed, by its place in the newsroom or its whole address.
     *
     * @param fails whether it is broken on purpose
     */
    record Source(String name, String feed, boolean fails) {}

    /** Two pages with one article. */
    record Twins(String page, String of) {}

    record Reader(String email, String language) {}

    /**
     * A page that is kept, with what is printed of it.
     *
     * @param why for the terminal
     * @param picture whether the first picture of the page is shown
     * @param credit who brought it
     */
    record Entry(
            String page,
            String section,
            String why,
            boolean picture,
            @Nullable String credit,
            Text zh,
            Text en) {

        Map<String, Text> texts() {
            return Map.of("zh", zh, "en", en);
        }
    }

    record Text(String title, String comment) {}

    /** A page that is not wanted. */
    record Declined(String page, String reason) {}

    record Block(
            String kind, @Nullable String after, @Nullable Map<String, String> heading, Map<String, String> text) {}

    static EditorScript load() {
        var yaml = new YamlMapFactoryBean();
        yaml.setResources(new ClassPathResource("demo/editor.yml"));
        return JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build()
                .convertValue(yaml.getObject(), EditorScript.class);
    }
}
