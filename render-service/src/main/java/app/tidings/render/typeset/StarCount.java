package app.tidings.render.typeset;

/** How many stars a repository has, as people write it. */
final class StarCount {

    private static final int THOUSAND = 1_000;
    private static final int TENTHS_UP_TO = 100 * THOUSAND;

    private StarCount() {}

    /** {@code 999}, {@code 1k}, {@code 2.3k}, {@code 18.5k}, {@code 120k}: never more than there are. */
    static String shortened(int stars) {
        if (stars < THOUSAND) {
            return Integer.toString(stars);
        }
        var tenths = stars % THOUSAND / 100;
        var whole = Integer.toString(stars / THOUSAND);
        return (stars >= TENTHS_UP_TO || tenths == 0 ? whole : whole + "." + tenths) + "k";
    }
}
