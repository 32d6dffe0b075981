package app.tidings.render.manuscript;

import app.tidings.contracts.IssueEvent;
import app.tidings.contracts.IssueEvent.IssueApproved;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** curation.issues -> manuscripts, editions to be printed */
@Configuration(proxyBeanMethods = false)
class KeepManuscriptStream {

    @Bean
    Consumer<IssueEvent> keepManuscript(KeepManuscript keepManuscript) {
        return event -> {
            switch (event) {
                case IssueApproved approved -> keepManuscript.on(approved);
            }
        };
    }
}
