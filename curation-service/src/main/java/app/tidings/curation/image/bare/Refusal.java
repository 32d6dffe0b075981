package app.tidings.curation.image.bare;

import java.util.Locale;

/** Why a file is not used as an image. */
public enum Refusal {
    /** It is none of the formats that are read. */
    NO_IMAGE("it is neither JPEG nor PNG nor GIF nor WebP"),
    /** A program as much as a picture; mail clients refuse it too. */
    SVG("it is SVG, which is not read: it may hold scripts"),
    /** Nothing on this platform reads it without native code. */
    AVIF("it is AVIF or HEIF, which is not read; most servers have the image as JPEG, PNG or WebP too"),
    /** A few bytes of it may keep its decoder at work for hours, or take all memory. */
    WEBP_LOSSLESS(
            "it is WebP that is lossless or can be seen through, which is not read: nothing bounds what it takes"),
    TOO_MANY_PIXELS("it has more pixels than are decoded"),
    /** An icon or a counting pixel. */
    TOO_SMALL("it is too small to be of use"),
    /** A line, a banner or a scroll. */
    TOO_NARROW("it is too long for its width or height to be of use"),
    BROKEN("its file is broken"),
    /** Decoding took longer than it may. */
    TOO_SLOW("it takes too long to decode"),
    /** It does not get small enough for a mail at any quality. */
    TOO_HEAVY("it cannot be made small enough"),
    /** Nothing is wrong with it. */
    BUSY("too many others wait to be decoded; try again in a minute");

    private final String sentence;

    Refusal(String sentence) {
        this.sentence = sentence;
    }

    /** As a short flag: {@code too-many-pixels}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In our own words, safe to show. */
    public String sentence() {
        return sentence;
    }
}
