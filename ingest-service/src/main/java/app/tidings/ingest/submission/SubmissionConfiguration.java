package app.tidings.ingest.submission;

import app.tidings.platform.limit.Budgets;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What submissions stand on. */
@Configuration(proxyBeanMethods = false)
@Import(Budgets.class)
class SubmissionConfiguration {}
