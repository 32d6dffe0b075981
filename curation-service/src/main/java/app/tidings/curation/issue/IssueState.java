package app.tidings.curation.issue;

/** Where an issue is on its way; it never goes back. */
public enum IssueState {
    /** Editors put it together. */
    DRAFT,
    /** Approved and frozen; its number is being taken. Lasts for a moment, or until the service is back. */
    NUMBERING,
    /** Approved, numbered and told. */
    APPROVED,
    /** Each of its editions is printed. */
    RENDERED,
    /** At least one edition is being sent. */
    SENDING,
    /** No delivery of any edition is open. */
    DONE;

    /** Whether readers may have seen it. */
    public boolean wentOut() {
        return compareTo(RENDERED) >= 0;
    }
}
