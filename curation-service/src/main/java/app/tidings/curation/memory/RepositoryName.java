package app.tidings.curation.memory;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A repository by host, owner and name, all in lower case: none of these hosts tells them apart. */
public record RepositoryName(String host, String owner, String name) {

    private static final Set<String> HOSTS =
            Set.of("github.com", "gitlab.com", "gitee.com", "codeberg.org", "bitbucket.org");
    private static final Pattern PATH = Pattern.compile("/([\\w.-]+)/([\\w.-]+?)(?:\\.git)?/?");

    private static final int SHORTEST_TELLING = 4;

    /** Names that many owners have given. */
    private static final Set<String> USUAL = Set.of(
            ("about algorithms api app awesome awesome-ai awesome-go awesome-llm awesome-python awesome-rust backend bench benchmark blog book"
                            + " books bot chat client code codes course courses demo docs documentation dotfiles example examples frontend"
                            + " homepage homework issues learn learning leetcode library notes papers playground plugins portfolio project"
                            + " projects public python python-examples resources scripts server site snippets source talks template templates"
                            + " test tests tools tutorial tutorials utils weekly website wiki")
                    .split(" "));

    public RepositoryName {
        host = host.toLowerCase(Locale.ROOT);
        owner = owner.toLowerCase(Locale.ROOT);
        name = name.toLowerCase(Locale.ROOT);
    }

    /** The repository whose own page is at an address; empty for pages inside one, and elsewhere. */
    public static Optional<RepositoryName> at(URI address) {
        var host = host(address);
        var path = PATH.matcher(String.valueOf(address.getPath()));
        return HOSTS.contains(host) && path.matches()
                ? Optional.of(new RepositoryName(host, path.group(1), path.group(2)))
                : Optional.empty();
    }

    private static String host(URI address) {
        return String.valueOf(address.getHost()).toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
    }

    /** How people write it, which is where its page is. */
    public String printed() {
        return String.join("/", host, owner, name);
    }

    /** What mirrors of it on other hosts have in common with it. */
    String anywhere() {
        return owner + "/" + name;
    }

    /** Whether it has that owner and name; hosts take capitals for small letters. */
    public boolean isNamed(String otherOwner, String otherName) {
        return owner.equalsIgnoreCase(otherOwner) && name.equalsIgnoreCase(otherName);
    }

    /** Whether its name alone tells it from others; a repository that goes to another owner keeps it, and so does many a mirror. */
    boolean isTelling() {
        return name.length() >= SHORTEST_TELLING && !USUAL.contains(name);
    }
}
