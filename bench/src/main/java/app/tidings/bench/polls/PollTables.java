package app.tidings.bench.polls;

import app.tidings.bench.feeds.Newsboat;
import app.tidings.bench.feeds.Rss2email;
import app.tidings.bench.feeds.Sfeed;
import app.tidings.bench.measure.Rounds;
import app.tidings.bench.measure.Series;
import app.tidings.bench.measure.Table;
import app.tidings.local.run.Refusal;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells what the rounds came to.
 *
 * @param entries of each feed: what is counted in links is told in feeds
 */
record PollTables(Rounds figures, int entries) {

    private static final String NOTHING = "–";

    void print(PrintStream out) {
        if (figures.of("records").max() > 0) {
            throw new Refusal("the unchanged pass emitted records");
        }
        out.println(first());
        out.println(unchanged());
        out.println("records emitted in the unchanged passes: 0; by the others, one for each new entry");
    }

    private Table first() {
        var driver = figures.of("driver");
        var published = figures.of("published").by(entries);
        var pass = Pass.of("first pass", "", figures);
        pass.row("limit: driver, %d threads".formatted(PollsBench.IN_FLIGHT), driver, NOTHING, NOTHING);
        pass.row("ingest, links stored", figures.of("stored").by(entries), NOTHING, NOTHING);
        pass.row(
                "ingest, links published",
                published,
                Table.spread(figures.of("first CPU")),
                Table.spread(figures.of("memory")));
        return pass.table()
                .row("– of the driver", Table.ratio(published, driver), NOTHING, NOTHING, NOTHING, NOTHING, NOTHING);
    }

    private Table unchanged() {
        var pass = Pass.of("nothing changed", " again", figures);
        var mixed = figures.of("mixed");
        var polls = figures.of("polls");
        pass.row("ingest", polls, Table.spread(figures.of("polls CPU")), NOTHING);
        pass.row("ingest, one of ten changed", mixed, NOTHING, NOTHING);
        return pass.table()
                .row("– of unchanged", Table.ratio(mixed, polls), NOTHING, NOTHING, NOTHING, NOTHING, NOTHING);
    }

    /**
     * The table of one pass.
     *
     * @param suffix behind the names of its figures
     */
    private record Pass(Table table, String suffix, Rounds figures) {

        static Pass of(String title, String suffix, Rounds figures) {
            var table = new Table(
                    title, "feeds a second", "CPU ms a feed", "peak RSS, MB", "of newsboat", "of rss2email", "of curl");
            var pass = new Pass(table, suffix, figures);
            pass.program("limit: curl", "curl");
            List.of(Newsboat.NAME, Sfeed.NAME, Rss2email.NAME).forEach(pass::peer);
            return pass;
        }

        private void peer(String name) {
            if (figures.has(name)) {
                program(name, name);
            } else {
                table.row(name, "missing: apt-get install " + name, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING);
            }
        }

        private void program(String title, String name) {
            row(
                    title,
                    figures.of(name + suffix),
                    Table.spread(figures.of(name + suffix + " CPU")),
                    Table.spread(figures.of(name + suffix + " memory")));
        }

        void row(String title, Series rate, String cpu, String memory) {
            table.row(
                    title,
                    Table.spread(rate),
                    cpu,
                    memory,
                    Table.ratio(rate, limit(Newsboat.NAME)),
                    Table.ratio(rate, limit(Rss2email.NAME)),
                    Table.ratio(rate, limit("curl")));
        }

        private @Nullable Series limit(String name) {
            return figures.has(name) ? figures.of(name + suffix) : null;
        }
    }
}
