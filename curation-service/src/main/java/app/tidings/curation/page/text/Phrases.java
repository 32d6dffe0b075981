package app.tidings.curation.page.text;

import java.util.regex.Pattern;

/** Lines that stand in many articles and are none of their text, told by how they begin. They are short: a sentence goes on. */
final class Phrases {

    /** Weight up to which a line is looked at. */
    static final int LONGEST = 220;

    /** About the article: who, when, where from. Only where nothing of its text was read yet. */
    private static final Pattern LEAD = any(
            "(?:by|von|par|por|di|words by|written by|posted (?:by|on|in|at)|published|updated|last (?:updated|modified)|created|author|date|source|category|filed under)\\b[^.!?]{0,120}",
            "\\d{1,4}\\s*(?:views?|comments?|shares?|likes?|min(?:ute)?s?(?: read)?|claps|次?阅读|评论|浏览)\\b.{0,40}",
            "(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?,? .{0,40}\\d{4}.{0,30}",
            "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}.{0,40}",
            "\\d{1,2}(?:st|nd|rd|th|\\.)? (?:jan|feb|mär|mar|apr|mai|may|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-zé]*\\.?,? \\d{4}.{0,40}",
            "\\d{4}\\s*[-/.年]\\s*\\d{1,2}\\s*[-/.月]\\s*\\d{1,2}.{0,60}",
            "\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}.{0,40}",
            "(?:来源|稿源|作者|文|编辑|责编|记者|日期|时间|发布时间|发表时间|发布日期|更新时间|更新日期|发布于|发表于|更新于|最后更新|原创|转载|阅读|阅读量|阅读数|浏览|浏览量|点击|点击量|点击数|分类|分类专栏|标签|字号|字体|大小|评论|热度|字数|本文字数|阅读时长|预计阅读)\\s*[:：|/].{0,80}",
            "(?:原创|转载|首发|收藏|关注|字号|大|中|小|打印|订阅|推荐|置顶)\\s*",
            "toc|\\[toc]|目录|contents|table of contents",
            "(?:本文|全文)(?:已)?(?:约|共)?\\s*\\d+\\s*字.{0,40}");

    /** Ways to other pages; what follows may be more of them. */
    private static final Pattern OTHERS = any(
            "(?:related(?: (?:stories|articles?|posts?|links?|content|coverage|reading|topics?|news))?|read (?:more|next|also|this)|more (?:from|on|in|stories|like this|about|news|coverage)|see also|also (?:read|see|on)|you (?:may|might) (?:also )?(?:like|enjoy)|recommended(?: for you)?|trending(?: now)?|most (?:read|popular)|don['’]t miss|up next|next (?:story|up|article)|previous (?:story|article|post)|next post|keep reading|further reading|editor['’]s picks?|what to read next)\\s*(?:[:»>|—–-].{0,160})?",
            "(?:mehr zum thema|lesen sie auch|auch interessant|lire aussi|à lire aussi|sur le même sujet|lee también|te puede interesar|leggi anche|leia também|lees ook|czytaj (?:też|także)|читайте также)\\b.{0,160}",
            "(?:相关(?:阅读|文章|推荐|新闻|链接|报道|专题|标签|资讯|内容|话题)|推荐阅读|延伸阅读|阅读推荐|猜你喜欢|热门(?:文章|推荐|评论)|更多(?:精彩|内容|文章|资讯|新闻|阅读|相关|猛料).{0,40}|往期(?:推荐|回顾|精彩|文章).{0,20}|精彩推荐|编辑推荐|为您推荐|上一篇|下一篇|上一页|下一页|返回(?:首页|顶部|列表|搜狐).{0,20}|查看(?:更多|原文|全文|评论).{0,20}|阅读原文|点击(?:查看|阅读|下方|上方|右上角|此处|进入).{0,40}|展开(?:全文|阅读全文)|加载更多|点击加载.{0,20})\\s*(?:[:：>»|].{0,100})?");

    /** About anything else: what one may do here, who owns what. */
    private static final Pattern ANYWHERE = any(
            "advertisement|advert|sponsored(?: content)?|ad feedback|anzeige|werbung|publicité|广告|story continues below(?: this)?(?: advertisement)?|article continues (?:below|after).{0,40}|continue reading(?: below)?.{0,40}",
            "(?:share|tweet|pin|email|print|save|like|copy link|facebook|twitter|linkedin|whatsapp|reddit|pinterest|instagram|youtube|telegram|weibo|微信|微博|新浪微博|qq空间|朋友圈|分享|收藏|点赞|打印|评论|举报|反馈|关注|复制链接|teilen|drucken|partager|compartir|condividi)(?:[\\s,|/·•]+(?:share|tweet|pin|email|print|save|like|facebook|twitter|linkedin|whatsapp|reddit|pinterest|分享|收藏|点赞|打印|评论|举报|微信|微博))*\\s*",
            "(?:share|follow|like|find|join) (?:this|us|me|on|it)\\b[^.]{0,60}[.!:]?",
            "[\\[【(（]?\\s*(?:责任编辑|责编|编辑|本文编辑|网络编辑|原标题|原题|校对|审核|审校|监制|值班编辑|实习编辑|主编|排版|编审|初审|终审|复审|值班主任|值班编委|声明|免责声明|版权声明|特别声明|郑重声明|风险提示|本文来源|文章来源|来源|稿件来源|信息来源|图片来源|原文链接|原文地址|原文出处|本文链接|本文地址|文章链接|转载请注明|文章标签|标签|关键词|关键字|字体|字号|所属分类|分类|阅读|浏览|浏览量|点击数|文章作者|本文作者|作者简介|扫码|分享到|分享至|分享本文|打赏|举报|纠错|上一篇|下一篇|标签云)\\s*[:：丨|/].{0,160}",
            "[\\[【(（]\\s*(?:责任编辑|责编|编辑|原标题|声明|免责声明)[^\\])】）]{0,80}[\\])】）]?",
            "责任编辑\\s*\\S{2,4}",
            "(?:特别|郑重|免责|版权|重要)?声明(?:[:：]|$).{0,200}",
            "(?:未经|非经).{0,30}(?:授权|许可|允许|同意).{0,80}|版权所有.{0,100}|著作权归.{0,80}|本文(?:由.{0,30}(?:授权|发布|原创|首发|翻译|编译|整理|提供)|(?:为|系).{0,16}(?:原创|转载|作者)|首发于|首发|转载自|转自|采用.{0,30}(?:协议|许可)|遵循|版权|内容仅|仅代表|不代表|观点).{0,160}|(?:以上|上述|本站|文章|该文|此文)(?:内容|观点|文章|图片|数据)?(?:仅代表|不代表|均来自|来自网络|来源于网络|仅供参考|仅供学习|系作者|不构成).{0,160}|转载(?:请|自|须|需|必须|于).{0,120}|如(?:有|果|需|若)?.{0,10}(?:侵权|侵犯|版权|转载).{0,120}|举报|投诉|侵权(?:投诉|联系|删除).{0,40}",
            "(?:长按|扫描|扫码|扫一扫|识别|微信扫|关注|欢迎关注|请关注|敬请关注).{0,30}(?:二维码|公众号|关注|微信|订阅|小程序|我们|微博).{0,60}",
            "(?:点赞|点个|点一个|觉得|喜欢|如果).{0,20}(?:在看|点赞|赞赏|打赏|转发|收藏|关注|一键三连|支持一下|分享给).{0,60}|分享(?:到|至|给|让).{0,40}|赞赏(?:作者|支持)?|打赏(?:作者)?|阅读\\s*\\d+.{0,20}|已?收藏\\s*\\d*|赞\\s*\\d*|踩\\s*\\d*|举报|投诉|登录后.{0,30}|(?:发表|全部|最新|热门|网友|精选|写下|查看)(?:你的)?(?:评论|留言)\\s*.{0,20}|\\d+\\s*(?:条)?(?:评论|回复|点赞|收藏|人?赞同?|次?浏览|次?阅读|人已?(?:阅读|关注|收藏)).{0,20}",
            "(?:subscribe|sign up|log ?in|register|join|download|get|follow|support)\\b.{0,60}\\b(?:newsletters?|e-?mail|inbox|alerts?|our (?:app|channel|podcast)|twitter|facebook|instagram|telegram|linkedin)\\b.{0,60}",
            ".{0,80}\\b(?:subscribe|sign up)\\b.{0,60}\\b(?:newsletters?|mailing list)\\b.{0,80}",
            ".{0,100}\\bfollow (?:him|her|them|me|us|@\\w+) (?:on|at)\\b.{0,80}",
            "(?:tags?|topics?|filed under|categor(?:y|ies)|posted in|labels?|keywords|tagged(?: with| as)?|explore more)\\s*[:：].{0,160}",
            "(?:leave a (?:comment|reply)|add (?:a |your )?comment|post a comment|view (?:all )?comments?|(?:no |\\d+ )?comments?|comments? \\(\\d+\\)|join the (?:conversation|discussion)|comments are closed|be the first to comment|loading(?: comments)?|show comments)\\b.{0,40}",
            "(?:©|\\(c\\)|copyright\\b).{0,160}|all rights reserved.{0,60}|(?:first|originally) published (?:on|in|at|by)\\b.{0,100}|last (?:updated|modified|edited)\\b.{0,80}|this (?:post|article|page) was (?:last )?(?:updated|modified)\\b.{0,80}",
            "(?:image|photo|picture|featured image|photograph|bild|foto|crédit photo)s? ?(?:credits?|courtesy|source|by|via|:)\\b.{0,120}|\\(?(?:getty images|shutterstock|istock)\\)?",
            "(?:back to top|skip to .{0,40}|go to top|scroll to .{0,30}|view (?:all|more|gallery|slideshow|in gallery)\\b.{0,40}|show (?:more|less)|load more|see (?:all|more)\\b.{0,40}|expand|collapse|enlarge(?: (?:this )?image)?|toggle .{0,20}|close|open in app|play video|watch (?:now|the video|live)|listen(?: to (?:this )?article)?|edit(?: this page)?(?: on github)?|改进此页|复制代码?|copy(?: code)?|share this)\\s*[:»>]?");

    private Phrases() {}

    private static Pattern any(String... lines) {
        return Pattern.compile(
                "(?:" + String.join("|", lines) + ")",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    static boolean leads(String line) {
        return LEAD.matcher(line).matches();
    }

    static boolean isForeign(String line) {
        return ANYWHERE.matcher(line).matches() || OTHERS.matcher(line).matches();
    }

    /** Whether what follows is likely to be other pages. */
    static boolean leadsElsewhere(String line) {
        return OTHERS.matcher(line).matches();
    }
}
