package app.tidings.curation.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A sentence that a summary may print, if it {@link #stands}.
 *
 * @param width as {@link LeadingSentences#widthOf} measures it
 * @param place its number among the sentences of the text, from 0
 * @param leans whether it goes on from the one before, as with {@code However} or {@code 因此}
 */
record Candidate(String sentence, int width, int place, Set<String> words, boolean leans) {

    /** What is read of a text: what stands further down is no news, and a hostile text may be long. */
    private static final int LONGEST_TEXT = 20_000;

    private static final int MOST = 120;
    private static final int FEWEST_WORDS = 2;
    private static final int SHORTEST = 24;
    private static final double LETTERS = 0.7;
    private static final double DIGITS = 0.2;

    /** What stands before a sentence in a list. */
    private static final Pattern BULLET =
            Pattern.compile("^(?:[-+–—*•·▪►▶●■◆☞>#]+|[(（]?\\d{1,2}[)）、]|\\d{1,2}\\.(?=\\s)|[一二三四五六七八九十]{1,3}、)\\s*");

    /** Who reports from where, before the report begins. */
    private static final Pattern DATELINE = Pattern.compile(
            "^(?:[^，。]{2,16}(?:电|讯)\\s*[（(][^）)]{2,30}[）)]\\s*|[A-Z][A-Z .,]{2,30} ?\\([A-Z][A-Za-z ]{1,20}\\) ?[-–—]+ ?)");

    /** Said about the page, the site or a picture, not about the subject. */
    private static final Pattern FOREIGN = Pattern.compile("""
            cookie|©|^p\\.?s\\b|\\b(?:subscri(be|bing)\\b|(our|my|the|this|free|weekly|daily) newsletter\\b|sign(ed)? ?(up|in)\\b\
            |log ?in\\b.*\\b(account|to)\\b|(click|tap) (here|on|the|below|to)\\b|read (more|on|the (full|rest|whole))\\b\
            |privacy policy\\b|terms of (use|service)\\b|all rights reserved\\b|copyright\\b|(photo(graph)?|image|picture|illustration)s?( credit)?( by\\b|:)\
            |share (this|on)\\b|follow (us|me)\\b|(enable|turn on) javascript\\b|advertis|sponsored\\b|affiliate\\b\
            |originally (appeared|published)\\b|this (article|post|story|page) (was|is|has been|appeared|first)\\b|(last )?updated?( on)?:\
            |(getty|reuters|afp) images?\\b|contact us\\b|leave a comment\\b|comments? below\\b|table of contents\\b|(pictured|above|below)[:)]\
            |thanks? (for|to)\\b|stay tuned\\b|have a tip\\b|free trial\\b|spoiler\\b|if you (like|liked|enjoy|enjoyed)\\b)""", Pattern.CASE_INSENSITIVE);

    /** The same in Chinese. */
    private static final Pattern FOREIGN_HAN = Pattern.compile("""
            点击|扫码|扫描|二维码|公众号|转载|版权|原文链接|阅读原文|本文(首发|转自|来自|来源|作者|由|链接|已)|(作者|编辑|责编|来源|记者|校对|摄影|图|原标题|微信|文)[:：/|]\
            |订阅|关注(我|本)|微信群|登录|登陆|注册|点赞|在看|分享到|广告|免责声明|下载((?i)APP|客户端)|更多(精彩|内容|资讯)|未经.{0,8}(许可|授权)|资料图|摄$\
            |报道截图|截图[：:）)。]|^(图为|注[：:]|【编者|【编前|上[图表]|下[图表])|上一篇|下一篇|欢迎(加|留言|投稿|评论)|喜欢.{0,6}文章|请(看|见|参[见考阅])(下|上)?图|如[下上]图|感谢""");

    private static final Pattern ADDRESS =
            Pattern.compile("https?:|www\\.|\\S@\\S+\\.\\S|`|[{}<>|\\\\$]|==|=>|->|\\(\\)|::|\\w_\\w|/\\w+/");

    /** Goes on from the sentence before. */
    private static final Pattern LEANS = Pattern.compile("""
            (?:But|And|So|Or|Yet|However|Therefore|Thus|Hence|Then|Also|Instead|Otherwise|Nevertheless|Moreover|Furthermore|Besides|Additionally|Meanwhile|Still\
            |This|That|These|Those|They|He|She|It|Its|His|Her|Their|Such|Both|Here|There|Again|Finally|Second|Third|For (example|instance)|In (other words|addition|fact|contrast|turn|short)\
            |As (a result|such|well)|On the other hand|Similarly|Likewise|Yes|No|Not|Well|Now|Similarly|Another|Of course|Or|Which|Because)\\b""");

    /** The same in Chinese. */
    private static final Pattern LEANS_HAN = Pattern.compile("""
            有鉴于此|问题是|首先|第一步|第一[，,]|第[二三四五]|将上面|然后|先让|最终|最重要的是|就是|更|至于|无论如何|但|然而|因此|所以|于是|不过|而且|并且|此外|另外|同时|其中|其次|最后|这|那|它|他|她|该|此|例如|比如|也就是说|换句话说|总之|而|当然|接着|然后|另一|再|如果说|虽然如此|即使|一方面|另一方面|对此|可是|可|其实|反之|如此|由此|以上|上述|前者|后者""");

    /** The sentences of the text that say something, in their order. */
    static List<Candidate> in(String text) {
        var found = new ArrayList<Candidate>();
        var place = 0;
        for (var line :
                text.substring(0, Math.min(text.length(), LONGEST_TEXT)).lines().toList()) {
            for (var sentence : Sentences.of(line)) {
                if (found.size() == MOST) {
                    return found;
                }
                var plain = DATELINE.matcher(BULLET.matcher(sentence).replaceFirst(""))
                        .replaceFirst("");
                var words = Words.of(plain);
                var width = LeadingSentences.widthOf(plain);
                if (words.size() >= FEWEST_WORDS && width >= SHORTEST) {
                    found.add(new Candidate(plain, width, place, words, leans(plain)));
                }
                place++;
            }
        }
        return found;
    }

    /** Whether it may be printed: prose about the subject, from its beginning to its end. Asked of few, for it costs most. */
    boolean stands() {
        return !Character.isLowerCase(sentence.charAt(0))
                && isProse(sentence)
                && isBalanced(sentence)
                && !ADDRESS.matcher(sentence).find()
                && !FOREIGN.matcher(sentence).find()
                && !(sentence.chars().anyMatch(Words::isHan)
                        && FOREIGN_HAN.matcher(sentence).find());
    }

    private static boolean leans(String sentence) {
        var pattern = Words.isHan(sentence.charAt(0)) ? LEANS_HAN : LEANS;
        return pattern.matcher(sentence).lookingAt();
    }

    private static boolean isProse(String sentence) {
        var letters = sentence.chars()
                .filter(each -> Character.isLetter(each) || each == ' ')
                .count();
        var digits = sentence.chars().filter(Character::isDigit).count();
        var inner = sentence.length();
        return letters + digits >= LETTERS * inner && digits <= DIGITS * inner;
    }

    /** A quotation or an aside that is not closed was cut off somewhere. */
    private static boolean isBalanced(String sentence) {
        return count(sentence, '"') % 2 == 0
                && count(sentence, '“') == count(sentence, '”')
                && count(sentence, '「') == count(sentence, '」')
                && count(sentence, '《') == count(sentence, '》')
                && count(sentence, '（') + count(sentence, '(') == count(sentence, '）') + count(sentence, ')');
    }

    private static int count(String sentence, char sign) {
        var count = 0;
        for (var i = sentence.indexOf(sign); i >= 0; i = sentence.indexOf(sign, i + 1)) {
            count++;
        }
        return count;
    }

    boolean follows(Candidate other) {
        return place == other.place + 1;
    }

    /** Whether it asks or exclaims, and so tells little. */
    boolean isLoud() {
        return "?？!！".indexOf(sentence.charAt(sentence.length() - 1)) >= 0;
    }
}
