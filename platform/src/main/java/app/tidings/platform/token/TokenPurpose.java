package app.tidings.platform.token;

/** What a token may be used for. Its place in the list is never used, its name is part of every signature. */
public enum TokenPurpose {
    /** Confirms a subscription; lives 72 hours and works once. */
    CONFIRM,
    /** Ends a subscription, on POST only; never expires. */
    UNSUBSCRIBE,
    /** Opens a subscriber's preferences; lives 24 hours. */
    PREFERENCES,
    /** Shows what became of a submission, and erases its contact on POST; never expires. */
    RECEIPT
}
