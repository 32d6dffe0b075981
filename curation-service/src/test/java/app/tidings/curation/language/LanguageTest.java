package app.tidings.curation.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    private static final String ENGLISH =
            "Our queue took two seconds for each message and nobody had noticed it. ".repeat(4);
    private static final String CHINESE = "我们的队列处理一条消息要两秒，没有人注意到，因为没有人测量过。".repeat(8);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Spring Boot 4.1 发布                                    | zh
            把队列变快的三个办法                                     | zh
            使用 FastAPI、Pydantic 和 SQLModel 构建 REST API         | zh
            Python 3.14 free-threading GIL JIT asyncio 详解         | zh
            Attention Is All You Need 论文精读                      | zh
            git rebase vs git merge 区别                            | zh
            Pandas 处理 Excel                                       | zh
            Python 的 for 和 if 语句                                | zh
            Pythonの学习笔记                                         | zh
            機器學習入門                                             | zh
            An interview with 尤雨溪 about Vite                     | en
            Interview with Evan You (尤雨溪)                        | en
            How 微信 (WeChat) handles a billion users               | en
            WeChat 微信 Architecture Deep Dive                      | en
            The meaning of もったいない in software                  | en
            How we made the queue fast                              | en
            Pydantic Deep Dive                                      | en
            Python 3.15’s Ultra-Low Overhead Profiling Mode         | en
            Practical AI Security Roadmap                           | en
            WeChat (微信公众平台) Growth Deep Dive                     | en
            The de la Cruz Method                                   | en
            Ten Django Tricks                                       | en
            Café culture and Gödel numbers                          | en
            キューを速くする三つの方法                                | ja
            Python で始める機械学習                                   | ja
            機械学習入門                                             | ja
            図書館                                                  | ja
            日本語形態素辞典                                         | ja
            日本語的文法                                             | zh
            自學日本語心得                                           | zh
            日本語教學資源整理                                       | zh
            큐를 빠르게 만드는 세 가지 방법                            | ko
            """)
    void tellsLanguagesApartThatAreMixedInOneTitle(String title, String language) {
        assertThat(Language.ofTitle(title)).contains(language);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Wie wir die Warteschlange schnell machten        | de
            Le guide complet de Python pour les débutants    | fr
            Cómo aprender Python en una semana               | es
            Como aprender Python em uma semana               | pt
            Come imparare Python in una settimana            | it
            Hoe wij de wachtrij sneller maakten              | nl
            Hur vi gjorde kön snabbare                       | sv
            Hvordan vi gjorde køen hurtigere                 | da
            Jak nauczyć się Pythona w tydzień                | pl
            Jak se naučit Python za týden                    | cs
            Как использовать FastAPI и Pydantic              | ru
            Як використовувати FastAPI в Україні             | uk
            Как да използвате FastAPI за уеб приложения      | bg
            Οδηγός για αρχάριους                             | el
            دليل المبتدئين                                   | ar
            """)
    void tellsLanguagesByTheirUsualWordsAndLetters(String title, String language) {
        assertThat(Language.ofTitle(title)).contains(language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kubernetes the Hard Way 踩坑",
                "How to Design Programs 读后感",
                "What Is It Like to Be a Bat 导读",
                "You Don't Know JS 汉化",
                "How to Solve It 讀後心得",
                "The Little Book of Semaphores 第三章",
                "「What is the GIL」中文字幕",
                "播客：What the heck is going on with uv",
                "Armin 专访：why I built Rye",
                "To pip or not to pip？依赖之争",
                "[译] The State of Packaging in 2024",
                "【翻译】How we use types at work",
                "访谈： Why I left the queue",
                "How to Design Programs 读后感。"
            })
    void tellsChineseTitlesOfSomethingEnglish(String title) {
        assertThat(Language.ofTitle(title)).contains("zh");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How to say hello in Chinese: 你好",
                "Meet the maker of 微信",
                "Building a bot for WeChat 微信",
                "What \"微服务\" means to Chinese engineers",
                "All of the documentation in 简体中文",
                "The Zen of Python (译文)",
                "How to pronounce 翻译",
                "尤雨溪 on the future of Vite"
            })
    void tellsEnglishTitlesOfSomethingChinese(String title) {
        assertThat(Language.ofTitle(title)).contains("en");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Was ist neu in Version 4?                        | de
            Einrichtung einer Entwicklungsumgebung           | de
            Abhängigkeiten verwalten                         | de
            Neuigkeiten aus der Gemeinschaft                 | de
            Guide de l'administrateur                        | fr
            On a testé uv                                    | fr
            J’apprends l’assembleur                          | fr
            Environnements virtuels et dépendances           | fr
            Programación funcional                           | es
            Introducción a Rust                              | es
            ¿Django o Flask?                                 | es
            Consejos para desarrolladores                    | es
            Programação funcional                            | pt
            Comunidade brasileira de Python                  | pt
            Introduzione alle applicazioni web               | it
            Beveiliging van webapplicaties met wachtwoorden  | nl
            Nyheter i Python om säkerhet                     | sv
            Programowanie obiektowe i testowanie             | pl
            """)
    void tellsLanguagesByTheEndingsOfFewWords(String title, String language) {
        assertThat(Language.ofTitle(title)).contains(language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Quelloffene Werkzeuge",
                "Typsicherheit in Python",
                "Verteilte Systeme verstehen",
                "Asynchrone Programmierung",
                "Desarrollo web con Flask",
                "Estructuras de datos",
                "Tutorial de Flask",
                "Vale a pena aprender Rust?",
                "Programmation fonctionnelle",
                "Traitement d'images",
                "Strutture dati",
                "Belajar Rust untuk pemula",
                "Ohjelmointi alusta alkaen"
            })
    void takesNothingForEnglishThatHasNoWordOfIt(String title) {
        assertThat(Language.ofTitle(title)).isNotEqualTo(Optional.of("en"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A naïve approach to caching",
                "The best café apps of Zürich",
                "Déjà vu in distributed systems",
                "Jalapeño poppers and other recipes",
                "Moving our servers to São Paulo",
                "An interview with Łukasz Langa",
                "Cliché-free commit messages",
                "El Capitan and the death of rootless",
                "Die hard: a story of retries",
                "Was JSON a mistake?",
                "Python in Excel",
                "Pandas on Ray",
                "Do not use mutable defaults",
                "Hat tricks in CPython",
                "So long, Celery",
                "I broke staging",
                "Den of thieves and other stories",
                "Dependency hell",
                "Reverse engineering Bluetooth firmware"
            })
    void tellsEnglishTitlesWithForeignNamesAndWordsThatOthersHaveToo(String title) {
        assertThat(Language.ofTitle(title)).contains("en");
    }

    @ParameterizedTest
    @CsvSource({"uv", "3.14", "3.14 2026", "''", "Guide de Python", "Ghid de programare în Python și în Rust"})
    void saysNothingWhereNothingTells(String title) {
        assertThat(Language.ofTitle(title)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            How we made the queue fast       | zh-CN | en
            Spring Boot 4.1 发布              | en-US | zh
            Pydantic Deep Dive               | zh-CN | en
            Pydantic Deep Dive               | de    | de
            Guide de Python                  | fr-FR | fr
            uv                               | zh-CN | zh
            3.14                             | fr_FR | fr
            Introducció a la programació     | ca    | ca
            東京案内                          | ja    | ja
            راهنمای پایتون                   | fa    | fa
            Οδηγός για αρχάριους             | en    | el
            """)
    void believesAClaimThatCanBeWhereTheWordsLeaveItOpen(String title, String claim, String language) {
        assertThat(Language.of(title, null, List.of(claim))).contains(language);
    }

    @Test
    void takesTheFirstClaimThatIsATag() {
        assertThat(Language.of("uv", null, List.of("x\"<>", "", "pt-BR", "es"))).contains("pt");
    }

    @Test
    void trustsATextMoreThanATitleThatSomebodyTranslated() {
        assertThat(Language.of("把队列变快的三个办法".repeat(50), ENGLISH, List.of("zh"))).contains("en");
        assertThat(Language.of("How we made the queue fast", CHINESE, List.of("en")))
                .contains("zh");
    }

    @Test
    void asksTheTitleWhereTheTextTellsNothing() {
        assertThat(Language.of("How we made the queue fast", "3.14 ".repeat(100), List.of("de")))
                .contains("en");
    }

    @Test
    void readsFewWordsTogetherWithTheTitle() {
        assertThat(Language.of("把队列变快的三个办法", "Read more about it", List.of())).contains("zh");
    }

    @Test
    void passesOverTheCodeOfAText() {
        var code = "for (var each : queue) { if (each != null) { return each.with(this); } } // is it in or not\n"
                .repeat(30);

        assertThat(Language.of("", code + CHINESE + "\n" + code, List.of())).contains("zh");
    }
}
