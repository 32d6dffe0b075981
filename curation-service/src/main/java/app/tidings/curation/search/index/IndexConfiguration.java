package app.tidings.curation.search.index;

import app.tidings.curation.issue.Issues;
import app.tidings.curation.item.Items;
import app.tidings.curation.search.index.FeedIndex.Stored;
import app.tidings.curation.text.ItemTexts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The index of this replica, and who keeps it up. */
@Configuration(proxyBeanMethods = false)
class IndexConfiguration {

    @Bean
    SearchIndex searchIndex(SearchSettings settings) {
        return new SearchIndex(new IndexFolder(settings.directory()));
    }

    @Bean
    Stored indexedStore(Items items, ItemTexts texts, Issues issues) {
        return new Stored(items, texts, issues);
    }

    @Bean
    FeedIndex feedIndex(SearchIndex index, Stored stored, SearchSettings settings) {
        return new FeedIndex(index, stored, settings.patience());
    }

    @Bean
    SweepStore sweepStore(SearchIndex index, FeedIndex feed, Stored stored, SearchSettings settings) {
        return new SweepStore(index, feed, stored, settings);
    }
}
