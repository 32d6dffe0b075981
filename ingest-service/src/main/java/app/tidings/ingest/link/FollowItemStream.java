package app.tidings.ingest.link;

import app.tidings.contracts.ItemEvent;
import app.tidings.contracts.ItemEvent.ItemDeclined;
import app.tidings.contracts.ItemEvent.ItemEdited;
import app.tidings.contracts.ItemEvent.ItemEnriched;
import app.tidings.contracts.ItemEvent.ItemPlaced;
import app.tidings.contracts.ItemEvent.ItemPublished;
import app.tidings.contracts.ItemEvent.ItemReopened;
import app.tidings.contracts.ItemEvent.ItemShortlisted;
import app.tidings.contracts.ItemEvent.ItemUnplaced;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** curation.items -> links, untaken: which version of a link curation has taken. To hear it twice changes nothing. */
@Configuration(proxyBeanMethods = false)
class FollowItemStream {

    @Bean
    Consumer<ItemEvent> followItem(Links links, Untaken untaken) {
        return event -> {
            switch (event) {
                case ItemEnriched enriched -> {
                    links.markTaken(enriched.itemId(), enriched.linkVersion());
                    untaken.closeUpTo(enriched.itemId(), enriched.linkVersion());
                }
                case ItemShortlisted _,
                        ItemDeclined _,
                        ItemReopened _,
                        ItemEdited _,
                        ItemPlaced _,
                        ItemUnplaced _,
                        ItemPublished _ -> {
                    // of interest only to links that somebody submitted
                }
            }
        };
    }
}
