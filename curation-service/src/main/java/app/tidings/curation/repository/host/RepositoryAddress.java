package app.tidings.curation.repository.host;

import java.util.Locale;

/**
 * Which repository it is.
 *
 * @param owner with the groups below it, where the host has such: {@code group/subgroup}
 * @param home whether the address was the repository's own page, or a list of its files or releases; not that of an issue or a
 *     file in it
 */
public record RepositoryAddress(String owner, String name, boolean home) {

    /** As hosts write it: {@code owner/name}. */
    public String fullName() {
        return owner + "/" + name;
    }

    /** Whether it is a repository of that name; hosts take capitals for small letters. */
    public boolean isNamed(String otherOwner, String otherName) {
        return fullName().equalsIgnoreCase(otherOwner + "/" + otherName);
    }

    /** The same for the same repository. */
    public String key() {
        return fullName().toLowerCase(Locale.ROOT);
    }
}
