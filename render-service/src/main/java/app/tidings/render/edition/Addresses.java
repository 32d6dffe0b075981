package app.tidings.render.edition;

import java.net.URI;

/** Where the world finds what is printed. */
public record Addresses(URI publicUrl) {

    public Addresses {
        var path = publicUrl.getPath();
        if (publicUrl.getHost() == null || !(path == null || path.isEmpty() || path.equals("/"))) {
            throw new IllegalArgumentException(
                    "the public address is scheme and host without a path, not " + publicUrl);
        }
    }

    /** The front page of a publication. */
    public URI publication(String publication) {
        return at("/%s/".formatted(publication));
    }

    /** The list of a publication's issues in a language. */
    public URI index(String publication, String language) {
        return at("/%s/%s/".formatted(publication, language));
    }

    /** The page of an issue in a language. */
    public URI page(String publication, String language, int number) {
        return at("/%s/%s/%d".formatted(publication, language, number));
    }

    /** A feed of a publication in a language, by the name of its file. */
    public URI feed(String publication, String language, String file) {
        return at("/%s/%s/%s".formatted(publication, language, file));
    }

    /** The Markdown of an issue in a language. */
    public URI markdown(String publication, String language, int number) {
        return at("/%s/%s/%d.md".formatted(publication, language, number));
    }

    /** An image, by the hash of its bytes. */
    public URI image(String sha256) {
        return at("/media/" + sha256);
    }

    /** A printed file of an edition. */
    public URI artefact(String editionId, String format) {
        return at("/api/v1/editions/%s/artefacts/%s".formatted(editionId, format));
    }

    private URI at(String path) {
        return publicUrl.resolve(path);
    }
}
