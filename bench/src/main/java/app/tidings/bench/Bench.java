package app.tidings.bench;

import app.tidings.bench.duplicates.DuplicatesBench;
import app.tidings.bench.items.ItemsBench;
import app.tidings.bench.items.SlowHostsBench;
import app.tidings.bench.links.LinksBench;
import app.tidings.bench.mails.MailsBench;
import app.tidings.bench.pages.PagesBench;
import app.tidings.bench.pages.SummariesBench;
import app.tidings.bench.parse.ParseBench;
import app.tidings.bench.polls.PollsBench;
import app.tidings.bench.polls.SourcesBench;
import app.tidings.bench.search.SearchBench;
import app.tidings.local.run.Refusal;
import java.io.IOException;
import java.util.List;

/** Runs one benchmark and prints its tables; ends with status 0 when it came to its end. */
public final class Bench {

    private static final String USAGE =
            "polls | sources | parse | pages | summaries | links | items | slow | mails | search | duplicates, each with options such as --rounds 3";

    private Bench() {}

    /** Takes the name of a benchmark and its options. */
    public static void main(String... arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> words) {
        try {
            var options = words.isEmpty() ? words : words.subList(1, words.size());
            switch (words.isEmpty() ? "" : words.getFirst()) {
                case "links" -> new LinksBench(Options.of(options, LinksBench.OPTIONS), System.out).run();
                case "polls" -> new PollsBench(Options.of(options, PollsBench.OPTIONS), System.out).run();
                case "sources" -> new SourcesBench(Options.of(options, SourcesBench.OPTIONS), System.out).run();
                case "parse" ->
                    new ParseBench(Options.of(options, ParseBench.OPTIONS, ParseBench.TEXTS), System.out).run();
                case "pages" ->
                    new PagesBench(Options.of(options, PagesBench.OPTIONS, PagesBench.TEXTS), System.out).run();
                case "items" -> new ItemsBench(Options.of(options, ItemsBench.OPTIONS), System.out).run();
                case "slow" -> new SlowHostsBench(Options.of(options, SlowHostsBench.OPTIONS), System.out).run();
                case "summaries" ->
                    new SummariesBench(Options.of(options, SummariesBench.OPTIONS, SummariesBench.TEXTS), System.out)
                            .run();
                case "mails" -> new MailsBench(Options.of(options, MailsBench.OPTIONS), System.out).run();
                case "search" -> new SearchBench(Options.of(options, SearchBench.OPTIONS), System.out).run();
                case "duplicates" ->
                    new DuplicatesBench(Options.of(options, DuplicatesBench.OPTIONS), System.out).run();
                default -> throw new Refusal("there are the benchmarks " + USAGE);
            }
            return 0;
        } catch (Refusal e) {
            System.err.println("bench: " + e.getMessage() + (e.getCause() == null ? "" : " (" + e.getCause() + ")"));
            return 1;
        } catch (IOException e) {
            System.err.println("bench: " + e);
            return 1;
        }
    }
}
