package app.tidings.ingest.link;

import app.tidings.contracts.ItemEvent;
import app.tidings.contracts.ItemEvent.ItemEnriched;
import app.tidings.ingest.item.Fates;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * curation.items -> links, untaken, fates: which version of a link curation has taken, and what editors decided about it. To
 * hear it twice changes nothing.
 */
@Configuration(proxyBeanMethods = false)
class FollowItemStream {

    @Bean
    Consumer<ItemEvent> followItem(Links links, Untaken untaken, Fates fates) {
        return event -> {
            if (event instanceof ItemEnriched enriched) {
                links.markTaken(enriched.itemId(), enriched.linkVersion());
                untaken.closeUpTo(enriched.itemId(), enriched.linkVersion());
            }
            fates.keepNewest(event);
        };
    }
}
