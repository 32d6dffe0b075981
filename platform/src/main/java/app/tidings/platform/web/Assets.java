package app.tidings.platform.web;

import app.tidings.contracts.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The files that all pages share, such as {@code /assets/tidings.css}; a service with pages opens {@code /assets/**}. */
@Configuration(proxyBeanMethods = false)
class Assets implements WebMvcConfigurer {

    private static final Duration FRESH = Duration.ofHours(1);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .setUseLastModified(false) // reproducible jars give every file the same date
                .setEtagGenerator(Assets::hash);
    }

    private static String hash(Resource resource) {
        try {
            return Ids.contentHash(resource.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
