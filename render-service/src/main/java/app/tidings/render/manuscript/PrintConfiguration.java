package app.tidings.render.manuscript;

import app.tidings.platform.jobs.Jobs;
import app.tidings.platform.jobs.Workers;
import app.tidings.platform.jobs.Workers.Plan;
import app.tidings.platform.mongo.StoreClock;
import app.tidings.render.RenderSettings;
import app.tidings.render.edition.Addresses;
import app.tidings.render.edition.EditionFormat;
import app.tidings.render.edition.EmailFormat;
import app.tidings.render.edition.MarkdownFormat;
import app.tidings.render.edition.Templates;
import app.tidings.render.edition.WebPageFormat;
import gg.jte.TemplateEngine;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The formats that every edition is printed in, and the workers that print. */
@Configuration(proxyBeanMethods = false)
class PrintConfiguration {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofSeconds(5);

    @Bean
    Addresses addresses(RenderSettings settings) {
        return new Addresses(settings.publicUrl());
    }

    @Bean
    TemplateEngine templates() {
        return Templates.precompiled();
    }

    @Bean
    EditionFormat markdownFormat() {
        return new MarkdownFormat();
    }

    @Bean
    EditionFormat webPageFormat(TemplateEngine templates) {
        return new WebPageFormat(templates);
    }

    @Bean
    EditionFormat emailFormat(TemplateEngine templates) {
        return new EmailFormat(templates);
    }

    @Bean
    Jobs printJobs(Manuscripts manuscripts, StoreClock clock) {
        return manuscripts.printJobs(clock);
    }

    @Bean
    Workers printers(Jobs printJobs, TryToPrint tryToPrint, RenderSettings settings) {
        return new Workers("print", printJobs, new Plan(settings.printers(), LEASE, IDLE, RETRY), tryToPrint::run);
    }
}
