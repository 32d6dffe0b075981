package app.tidings.curation.item;

/** Where an item is on its way. */
public enum ItemState {
    /** Nobody has decided yet. */
    NEW,
    /** An editor wants it. */
    SHORTLISTED,
    /** It stands in an issue that has not gone out. */
    PLACED,
    /** Its issue went out. */
    PUBLISHED,
    /** An editor does not want it. */
    DECLINED,
    /** Another item stands for it: both lead to the same article. */
    MERGED
}
