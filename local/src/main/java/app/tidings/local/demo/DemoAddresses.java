package app.tidings.local.demo;

import java.net.URI;
import java.nio.file.Path;

/**
 * Where the demo finds everything.
 *
 * @param apiToken file with the token that programs show to the APIs
 * @param mails folder of the caught mails
 * @param logs folder of the logs
 */
public record DemoAddresses(
        URI ingest,
        URI curation,
        URI notifier,
        URI render,
        URI mailbox,
        URI newsroom,
        Path apiToken,
        Path mails,
        Path logs) {}
