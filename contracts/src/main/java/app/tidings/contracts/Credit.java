package app.tidings.contracts;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Who brought a link, as printed: a name the contributor chose, never a contact. */
public record Credit(String name, @Nullable URI url) {

    public Credit {
        Guard.text(name, "credit name", 200);
        Guard.httpUrlOrNull(url, "credit url");
    }
}
