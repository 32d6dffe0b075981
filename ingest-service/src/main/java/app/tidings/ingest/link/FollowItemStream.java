package app.tidings.ingest.link;

import app.tidings.contracts.ItemEvent;
import app.tidings.contracts.ItemEvent.ItemEnriched;
import app.tidings.contracts.ItemEvent.ItemMerged;
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
            switch (event) {
                case ItemEnriched enriched -> taken(links, untaken, enriched.itemId(), enriched.linkVersion());
                case ItemMerged merged -> taken(links, untaken, merged.itemId(), merged.linkVersion());
                default -> {
                    // says nothing of the link
                }
            }
            fates.keepNewest(event);
        };
    }

    private static void taken(Links links, Untaken untaken, String linkId, long linkVersion) {
        links.markTaken(linkId, linkVersion);
        untaken.closeUpTo(linkId, linkVersion);
    }
}
