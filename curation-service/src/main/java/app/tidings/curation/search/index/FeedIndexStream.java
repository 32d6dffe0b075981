package app.tidings.curation.search.index;

import app.tidings.contracts.ItemEvent;
import app.tidings.contracts.ItemEvent.ItemPublished;
import app.tidings.curation.issue.Issues;
import app.tidings.curation.item.Items;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * curation.items -> the index of this replica. Each replica reads all of it from now on, without a shared group; what was
 * told before it came, the sweep finds.
 */
@Configuration(proxyBeanMethods = false)
class FeedIndexStream {

    @Bean
    Consumer<ItemEvent> feedIndexOfItems(FeedIndex index) {
        return event -> {
            index.on(new Items.Written(event.itemId()));
            if (event instanceof ItemPublished published) {
                index.on(new Issues.Written(published.issueId()));
            }
        };
    }
}
