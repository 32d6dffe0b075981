package app.tidings.ingest.feed.token;

import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.util.SymbolTable;
import java.io.StringReader;
import javax.xml.stream.XMLStreamException;

/**
 * Remembers the names of one document for all later ones, and none of theirs: what strangers write would otherwise stay in
 * memory for as long as the process runs.
 */
final class OwnNamesFactory extends WstxInputFactory {

    private boolean taught;

    /** Takes over the names of the document. */
    synchronized void learn(String document) {
        try {
            var reader = createXMLStreamReader(new StringReader(document));
            while (reader.hasNext()) {
                reader.next();
            }
            reader.close();
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("the names are not well-formed", e);
        }
        taught = true;
    }

    @Override
    public synchronized void updateSymbolTable(SymbolTable names) {
        if (!taught) {
            super.updateSymbolTable(names);
        }
    }
}
