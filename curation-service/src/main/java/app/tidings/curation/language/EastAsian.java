package app.tidings.curation.language;

import java.lang.Character.UnicodeScript;

/** Tells Chinese, Japanese and Korean apart by their signs. */
final class EastAsian {

    /** Of a Japanese sentence more than this share is kana, a Chinese one may quote a word. */
    private static final double SOME_KANA = 0.1;

    private static final double MOSTLY_KANA = 0.4;

    /** Usual signs that only simplified Chinese has; where one stands, a few kana are a quotation or the fashionable の. */
    private static final String SIMPLIFIED =
            "们这说时为个对发动过还进现实习语题编码级读写应开从让给么吗图软网统测试输据构类问门见车书长东马风" + "龙鸟华报线组终结继续维护缓调试运远连迟选适择扩护执";

    /** Usual signs that only Japanese has, in words that are written without kana. */
    private static final String JAPANESE = "図発実気処検様総変売続読経験関単戦拡択歴沢対両転伝広応権駅込働";

    /** Usual signs that traditional Chinese has not, and usual ones that simplified Chinese has not; Japanese has both. */
    private static final String SHORTENED = "学国会来区点体号当医声";

    /** How only Japanese writes the name of its language, where no usual word of Chinese is around it. */
    private static final String ITSELF = "日本語";

    /** Signs of traditional Chinese in whose place Japanese has others. */
    private static final String UNSHORTENED = "學國會來區點體號當醫聲圖發實氣處檢樣總變賣續讀經驗關單戰擴擇歷澤對兩轉傳廣應權驛";

    private static final String CHINESE = "的了是在不這們與和";

    private static final String WHOLE = "機習語開門書東時間見計車長現電話設問題編義動業員場論後進運過種親視術";

    private EastAsian() {}

    /**
     * The language of signs of which at least one is Chinese, Japanese or Korean.
     *
     * @param claimedJapanese whether they are said to be Japanese, which decides where no sign tells
     */
    static String language(String signs, boolean claimedJapanese) {
        var hangul = count(signs, UnicodeScript.HANGUL);
        var han = count(signs, UnicodeScript.HAN);
        var kana = count(signs, UnicodeScript.HIRAGANA) + count(signs, UnicodeScript.KATAKANA);
        if (hangul > han + kana) {
            return "ko";
        }
        var simplified = has(signs, SIMPLIFIED);
        if (kana > (simplified ? MOSTLY_KANA : SOME_KANA) * (han + kana)) {
            return "ja";
        }
        var japanese = has(signs, JAPANESE)
                || (has(signs, SHORTENED) && has(signs, WHOLE))
                || (signs.contains(ITSELF) && !has(signs, CHINESE) && !has(signs, UNSHORTENED));
        return !simplified && (claimedJapanese || japanese) ? "ja" : "zh";
    }

    private static long count(String signs, UnicodeScript script) {
        return signs.codePoints()
                .filter(sign -> UnicodeScript.of(sign) == script)
                .count();
    }

    private static boolean has(String signs, String some) {
        return signs.codePoints().anyMatch(sign -> some.indexOf(sign) >= 0);
    }
}
