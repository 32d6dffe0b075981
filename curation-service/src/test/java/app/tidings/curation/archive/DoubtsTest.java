package app.tidings.curation.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DoubtsTest {

    @Test
    void findsNothingInAnIssueThatIsInOrder() {
        assertThat(ArchiveFile.read("a.md", TestArchives.FULL).findings()).isEmpty();
    }

    @Test
    void tellsByLineWhatContradictsItself() {
        var file = ArchiveFile.read("a.md", """
                # 海燕周刊：没有期号

                本期分享了 3 篇文章。

                ## 🦄文章&教程

                1、[甲](https://a.example)

                ## 🌊海边

                话。
                """);

        assertThat(file.findings())
                .containsExactly(
                        new Finding(1, "the title names no number of an issue: 海燕周刊：没有期号"),
                        new Finding(1, "there is no date, neither in the text nor in the file's name"),
                        new Finding(9, "the section 海边 is not known; it is read as text"),
                        new Finding(1, "the introduction tells of 3 articles, and there are 1"));
    }

    @Test
    void tellsOfNumbersThatDoNotFollowAndOfMissingAddresses() {
        var file = ArchiveFile.read("2024-01-01.md", """
                # 海燕周刊#3：一

                ## 🦄文章&教程

                1、[甲](https://a.example)

                2、没有链接的一条

                5、[戊](https://e.example)

                ## 🐿️项目&资源
                """);

        assertThat(file.findings())
                .containsExactly(
                        new Finding(7, "item 2 has no address: 没有链接的一条"),
                        new Finding(9, "item 5 follows item 2"),
                        new Finding(11, "no item was found in the section 项目&资源"));
    }

    @Test
    void tellsOfNumberedLinksThatMayBeASectionOfItems() {
        var file = ArchiveFile.read("2024-01-01.md", """
                # 海燕周刊#3：一

                好文

                1、[甲](https://a.example)

                2、[乙](https://b.example)

                ## 🐿️项目&资源

                1、[丙](https://c.example)
                """);

        assertThat(file.findings())
                .containsExactly(
                        new Finding(1, "before the first section are 2 numbered links, which are read as text"));
    }

    @Test
    void saysThatAFileIsNoIssue() {
        assertThat(ArchiveFile.read("2024-01-01.md", "只是一些话。").findings())
                .extracting(Finding::message)
                .contains("there are no items");
    }
}
