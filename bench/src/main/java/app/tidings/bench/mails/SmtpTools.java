package app.tidings.bench.mails;

import app.tidings.bench.stage.Programs;
import app.tidings.bench.stage.Programs.Run;
import app.tidings.bench.stage.Stage;
import app.tidings.bench.stage.Started;
import java.util.ArrayList;
import java.util.List;

/** Postfix's receiver and sender for tests, without Postfix. */
record SmtpTools(String sink, String source, int port) {

    private static final String HOW_TO_GET_IT =
            "it comes with Postfix, which need not run (Debian: apt-get install postfix)";

    static SmtpTools find(int port) {
        return new SmtpTools(
                Programs.find("smtp-sink", HOW_TO_GET_IT), Programs.find("smtp-source", HOW_TO_GET_IT), port);
    }

    /** Takes every mail and throws it away. */
    Started startSink(Stage stage) {
        var command = new ArrayList<>(List.of(sink));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("-u", "nobody")); // it refuses to be root
        }
        command.addAll(List.of("127.0.0.1:" + port, "1000"));
        var started = Started.of("smtp-sink", command, stage.log("smtp-sink"));
        stage.awaitPort("smtp-sink", port);
        return started;
    }

    /** The limit: mails of that size over so many connections, which are kept. */
    Run send(Stage stage, int count, int bytes, int connections) {
        return Programs.run(
                List.of(
                        source,
                        "-d",
                        "-s",
                        String.valueOf(connections),
                        "-m",
                        String.valueOf(count),
                        "-l",
                        String.valueOf(bytes),
                        "-f",
                        "newsletter@localhost",
                        "-t",
                        "reader@example.org",
                        "127.0.0.1:" + port),
                stage.log("smtp-source"));
    }
}
