package app.tidings.ingest.opml;

import app.tidings.ingest.opml.Folder.Step;
import app.tidings.ingest.source.PlacedSources;
import app.tidings.ingest.source.Source;
import app.tidings.ingest.source.Sources;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.springframework.stereotype.Component;

/** Writes all sources of a publication as an OPML list, in their folders and in the order in which they came. */
@Component
class ExportOpml {

    /** So many sources are held at a time; of the others only where they stand. */
    private static final int BATCH = 250;

    private final PlacedSources placed;
    private final Sources sources;

    ExportOpml(PlacedSources placed, Sources sources) {
        this.placed = placed;
        this.sources = sources;
    }

    void run(String publicationId, OutputStream out) throws XMLStreamException {
        var writer = new OpmlWriter(out);
        var steps = Folder.walk(placed.inOrder(publicationId)).stream().gather(Gatherers.windowFixed(BATCH));
        for (var batch : (Iterable<List<Step>>) steps::iterator) {
            write(writer, batch);
        }
        writer.end();
    }

    private void write(OpmlWriter writer, List<Step> steps) throws XMLStreamException {
        var read = read(steps);
        for (var step : steps) {
            switch (step) {
                case Step.Open(var name) -> writer.open(name);
                case Step.Close() -> writer.close();
                case Step.Leaf(var id) when read.containsKey(id) -> writer.write(read.get(id));
                case Step.Leaf _ -> {} // removed meanwhile
            }
        }
    }

    private Map<String, Source> read(List<Step> steps) {
        var ids = steps.stream()
                .flatMap(step -> step instanceof Step.Leaf(var id) ? Stream.of(id) : Stream.empty())
                .toList();
        return sources.find(ids).stream().collect(Collectors.toMap(Source::id, Function.identity()));
    }
}
