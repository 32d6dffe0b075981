package app.tidings.curation.page.part;

/** How much text there is: a letter weighs one, a sign of Chinese, Japanese or Korean two, white space nothing. */
public final class Weight {

    private Weight() {}

    /** The weight of a text. */
    public static int of(String text) {
        var weight = 0;
        for (var i = 0; i < text.length(); i++) {
            var sign = text.charAt(i);
            weight += isWide(sign) ? 2 : sign <= ' ' || sign == '\u00a0' ? 0 : 1;
        }
        return weight;
    }

    /** How many signs there are that stand in sentences, and seldom elsewhere. */
    public static int marks(String text) {
        var marks = 0;
        for (var i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case ',', '，', '、', '。', '；', '！', '？', '،' -> marks++;
                default -> {}
            }
        }
        return marks;
    }

    private static boolean isWide(char sign) {
        return sign >= '\u2e80' && (sign <= '\ud7ff' || (sign >= '\uf900' && sign <= '\ufaff') || sign >= '\uff00');
    }
}
