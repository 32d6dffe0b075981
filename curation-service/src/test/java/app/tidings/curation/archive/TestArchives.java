package app.tidings.curation.archive;

import app.tidings.curation.archive.PastIssue.Item;
import app.tidings.curation.archive.PastIssue.Section;
import java.util.List;

/** Issues of a newsletter that does not exist. */
final class TestArchives {

    static final String FULL = """
            ---
            title: '海燕周刊#7：潮水里的 'Python''
            pubDate: 2024-02-03
            author: '阿潮'
            ---

            各位好，这里是海燕。**公告**：下周停更。

            本期分享了 2 篇文章，1 个开源项目，全文 90 字。

            ## 🦄文章&教程

            开头的一句话。

            1、[灯塔的第一课](https://lighthouse.example/one)（英文）

            讲了灯塔。（@小舟 投稿）

            ![灯塔](https://img.example/lighthouse.png)

            2、 [[问答] 缆绳怎么打结？](https://knots.example/how-to-(and-how-not-to))

            参见[另一篇](https://knots.example/other)。

            ## [🐿️项目&资源](https://paid.example/p)

            1、[mooring：系泊](https://github.com/quayside/mooring)

            一个库。（star 2.3K）

            ```python
            # 不是标题
            1、[不是条目](https://code.example)
            ```

            ## 🐼欢迎订阅

            - [邮件](https://mail.example)：每周一封。
            """;

    private TestArchives() {}

    static PastIssue only(String markdown) {
        return only("2024-02-03-weekly.md", markdown);
    }

    static PastIssue only(String name, String markdown) {
        return ArchiveFile.read(name, markdown).issues().getFirst();
    }

    static List<String> titles(PastIssue issue) {
        return issue.items().map(Item::title).toList();
    }

    static Section section(PastIssue issue, String name) {
        return issue.sections().stream()
                .filter(section -> section.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** An issue with one section of articles. */
    static PastIssue articles(String items) {
        return only("# 海燕周刊#7：一\n\n## 🦄文章&教程\n\n" + items);
    }
}
