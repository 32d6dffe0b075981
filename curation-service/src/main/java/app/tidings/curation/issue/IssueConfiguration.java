package app.tidings.curation.issue;

import app.tidings.platform.jobs.Jobs;
import app.tidings.platform.mongo.StoreClock;
import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The list of open issues: each is looked after until it is done. */
@Configuration(proxyBeanMethods = false)
class IssueConfiguration {

    @Bean
    Jobs issueJobs(MongoDatabase database, StoreClock clock) {
        return new Jobs(database, "issueJobs", clock);
    }
}
