package app.tidings.curation.page;

import app.tidings.platform.address.HttpUrl;
import app.tidings.platform.address.HttpUrl.Parsed;

/** Pages that nobody ever published. */
public final class TestPages {

    public static final String ENGLISH = """
            <!doctype html>
            <html lang="en-GB">
            <head>
              <title>How we made the queue fast - Harbour Notes</title>
              <meta property="og:site_name" content="Harbour Notes">
              <meta property="og:title" content="How we made the queue fast">
              <meta property="og:description" content="A queue that was slow, and what we did about it.">
              <meta property="og:image" content="/pictures/queue.png">
              <meta property="og:image:alt" content="Two curves that cross">
              <meta property="og:type" content="article">
              <meta property="article:published_time" content="2026-11-20T08:30:00+01:00">
              <meta name="author" content="By Ada Quay">
              <link rel="canonical" href="https://notes.example/queue">
            </head>
            <body>
              <nav><a href="/">Home</a> <a href="/about">About</a> <a href="/feed">Feed</a></nav>
              <article>
                <h1>How we made the queue fast</h1>
                <p>Our queue took two seconds for each message. Nobody had noticed, e.g. because nobody had measured it.</p>
                <p>We then wrote a small benchmark and looked at every step in turn, from the socket to the disk and back again.</p>
                <pre>queue.put(message)
            queue.flush()</pre>
                <p>In the end a single missing index had cost us 1.9 of the 2 seconds, which is a lot for one line of code.</p>
              </article>
              <aside class="related"><p>You may also like this very long list of other posts that have nothing to do with it.</p></aside>
              <footer><p>Copyright by the people who wrote all of this, and no rights reserved whatsoever, ever.</p></footer>
            </body></html>
            """;

    public static final String CHINESE = """
            <!doctype html>
            <html lang="zh-CN">
            <head>
              <meta charset="utf-8">
              <title>把队列变快的三个办法-港口笔记网</title>
              <meta name="description" content="一个很慢的队列，以及我们做了什么。">
              <meta name="author" content="作者：林舟">
            </head>
            <body>
              <div class="nav"><a href="/">首页</a><a href="/about">关于我们</a></div>
              <div class="content">
                <h1>把队列变快的三个办法</h1>
                <div class="post-date">2026-11-20 08:30</div>
                <p>我们的队列处理一条消息要两秒。没有人注意到，因为没有人测量过！</p>
                <p>后来我们写了一个小小的基准测试，从套接字到磁盘，一步一步地检查每个环节的耗时。</p>
                <p>最后发现，缺少一个索引就占了两秒里的一点九秒，一行代码的代价真不小。</p>
              </div>
              <div class="sidebar"><p>热门推荐：这里是一长串和本文毫无关系的其他文章，读者大可不必点开来看。</p></div>
              <div class="copyright"><p>版权所有，转载请注明出处，否则我们也没有什么办法可以追究任何人的责任。</p></div>
            </body></html>
            """;

    private TestPages() {}

    public static WebPage page(String html) {
        return page("https://notes.example/2026/queue?from=feed", html);
    }

    public static WebPage page(String address, String html) {
        if (HttpUrl.parse(address) instanceof Parsed.Good(var url)) {
            return WebPage.of(html, url);
        }
        throw new IllegalArgumentException(address);
    }
}
