package app.tidings.platform.access;

/** What somebody may do; each role may do all that the ones before it may. */
public enum Role {
    READER,
    AUTHOR,
    EDITOR,
    ADMIN;

    String authority() {
        return "ROLE_" + name();
    }
}
