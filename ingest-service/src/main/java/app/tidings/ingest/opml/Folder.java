package app.tidings.ingest.opml;

import app.tidings.ingest.source.PlacedSources.Placed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sources in folders. Each folder stands where the first source in it, or below it, came; what came later into it stands in it
 * nevertheless, so that no folder comes twice.
 */
final class Folder {

    private final List<Step> own = new ArrayList<>();
    private final Map<String, Folder> folders = new LinkedHashMap<>();

    /** A step of the way through all folders. */
    sealed interface Step {

        /** A folder begins. */
        record Open(String name) implements Step {}

        /** Here stands a source. */
        record Leaf(String sourceId) implements Step {}

        /** The folder that began last ends. */
        record Close() implements Step {}
    }

    private Folder() {}

    /** The way through all these sources, which come in order. */
    static List<Step> walk(List<Placed> sources) {
        var root = new Folder();
        for (var source : sources) {
            var folder = root;
            for (var name : source.folder()) {
                folder = folder.inner(name);
            }
            folder.own.add(new Step.Leaf(source.id()));
        }
        var steps = new ArrayList<Step>();
        root.addTo(steps);
        return steps;
    }

    private Folder inner(String name) {
        return folders.computeIfAbsent(name, each -> {
            own.add(new Step.Open(each));
            return new Folder();
        });
    }

    private void addTo(List<Step> steps) {
        for (var step : own) {
            steps.add(step);
            if (step instanceof Step.Open(var name)) {
                inner(name).addTo(steps);
                steps.add(new Step.Close());
            }
        }
    }
}
