package app.tidings.curation.archive;

import java.util.Arrays;
import java.util.regex.Pattern;

/** What a section is about, by its name in Chinese, English or Japanese. Text comes first: podcasts that are recommended are text. */
public enum Topic {
    SUPPORT(false, "赞助[&＆和与]支持|支持|赞赏|打赏|\\bsupport\\b|\\bdonat|サポート"),
    SPONSOR(false, "品牌|赞助|广告|产品推荐|sponsor|スポンサー|製品"),
    GIVEAWAY(false, "赠书|送书|福利|抽奖|giveaway|プレゼント"),
    SUBSCRIBE(false, "订阅|关于|subscri|\\babout\\b|購読|について|フォロー"),
    NOTICE(false, "回顾|关联阅读|推荐$|looking back|in review|recommend|related|振り返|おすすめ|関連"),
    ARTICLES(true, "文章|教程|articles?\\b|tutorials?\\b|記事|チュートリアル"),
    PROJECTS(true, "项目|资源|projects?\\b|resources?\\b|プロジェクト|リソース"),
    PODCASTS(true, "播客|视频|podcasts?\\b|videos?\\b|ポッドキャスト|動画|ビデオ"),
    DISCUSSIONS(true, "讨论|问题|话题|discussions?\\b|questions?\\b|ディスカッション|議論|質問"),
    /** A name that says nothing. */
    OTHER(false, "(?!)");

    private static final String WORD = "(?:赞助|支持|[a-z]*sponsor[a-z]*|support|" + ARTICLES.words + "|" + PROJECTS.words
            + "|" + PODCASTS.words + "|" + DISCUSSIONS.words + ")";
    private static final Pattern PAIR =
            Pattern.compile("^" + WORD + "\\s*(?:[&＆和与、]|\\band\\b|と)\\s*" + WORD + "$", Pattern.CASE_INSENSITIVE);

    /** Names of sections of text that nobody writes for anything else. */
    private static final Pattern TEXT =
            Pattern.compile("欢迎订阅|关于(?:周刊|本刊|我们)|往[年期]回顾|赠书福利|产品推荐|关联阅读|品牌(?:赞助|合作)|播客推荐|好书推荐");

    private static final Pattern ONE = Pattern.compile("^" + WORD + "$", Pattern.CASE_INSENSITIVE);

    private final boolean ofItems;
    private final String words;
    private final Pattern name;

    Topic(boolean ofItems, String words) {
        this.ofItems = ofItems;
        this.words = words;
        this.name = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    /** Whether sections of that topic hold items. */
    public boolean isOfItems() {
        return ofItems;
    }

    /** What a section of that name is about. */
    static Topic of(String sectionName) {
        var packed = sectionName.replaceAll("(?<=[^ -~])\\s+|(?<!\\s)\\s++(?=[^ -~])", "");
        return Arrays.stream(values())
                .filter(topic -> topic.name.matcher(packed).find())
                .findFirst()
                .orElse(OTHER);
    }

    /** Whether the name is that of a section even where the line leads to something else by its looks. */
    static boolean isName(String sectionName) {
        return isPair(sectionName) || TEXT.matcher(sectionName.strip()).matches();
    }

    /** Whether the name is a word of a topic alone. */
    static boolean isWord(String sectionName) {
        return ONE.matcher(sectionName.strip()).matches();
    }

    /** Whether the name is two words of topics, as {@code 文章&教程}: nobody writes that as a sentence. */
    static boolean isPair(String sectionName) {
        return PAIR.matcher(sectionName.strip()).matches();
    }
}
