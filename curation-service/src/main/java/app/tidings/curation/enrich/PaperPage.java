package app.tidings.curation.enrich;

import app.tidings.platform.address.Canonical.Valid;
import app.tidings.platform.address.CanonicalUrl;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where archives of papers tell about a paper whose PDF they have: at its canonical address, as far as we know the archive. */
final class PaperPage {

    private static final Pattern HOSTS = Pattern.compile(
            "((www|export)\\.)?arxiv\\.org|openreview\\.net|(www\\.)?(aclanthology\\.org|aclweb\\.org)");
    private static final Pattern DOCUMENT = Pattern.compile("/pdf(/.+)?|.+\\.pdf");

    private PaperPage() {}

    /** Empty unless the address is that of such a PDF. */
    static Optional<URI> of(URI address) {
        var host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        return HOSTS.matcher(host).matches()
                        && DOCUMENT.matcher(String.valueOf(address.getPath())).matches()
                        && CanonicalUrl.of(address.toString()) instanceof Valid(var page)
                        && !DOCUMENT.matcher(String.valueOf(page.getPath())).matches()
                ? Optional.of(page)
                : Optional.empty();
    }
}
