package app.tidings.render.typeset;

/** How many stars a repository has, as people write it. */
final class StarCount {

    private static final int THOUSAND = 1_000;
    private static final int MILLION = THOUSAND * THOUSAND;

    /** From so many of a unit on, tenths of it say nothing any more. */
    private static final int WHOLE_FROM = 100;

    private StarCount() {}

    /**
     * {@code 999}, {@code 1k}, {@code 2.3k}, {@code 18.5k}, {@code 120k}, {@code 1.2M}: rounded half up, as hosts round on their own
     * pages, so that a reader who follows the link sees the same.
     */
    static String shortened(int stars) {
        if (stars < THOUSAND) {
            return Integer.toString(stars);
        }
        return rounded(stars, THOUSAND) < THOUSAND * 10L ? in(stars, THOUSAND) + "k" : in(stars, MILLION) + "M";
    }

    private static String in(int stars, int unit) {
        var tenths = rounded(stars, unit);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "." + tenths % 10;
    }

    /** Tenths of the unit; whole units only, where there are many. */
    private static long rounded(int stars, int unit) {
        var tenths = (stars * 10L + unit / 2) / unit;
        return tenths < WHOLE_FROM * 10L ? tenths : ((long) stars + unit / 2) / unit * 10;
    }
}
