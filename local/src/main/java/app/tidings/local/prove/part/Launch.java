package app.tidings.local.prove.part;

import app.tidings.local.run.Commands;
import app.tidings.local.run.Installation;
import app.tidings.local.run.QuickStart;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** How the processes of an installation are started. */
final class Launch {

    private final Installation installation;
    private final Map<Member, List<String>> calls = new EnumMap<>(Member.class);
    private final QuickStart quickStart;

    /** With the root of the source tree, where the services' jars are built. */
    Launch(Installation installation, Path root, Haste haste) {
        this.installation = installation;
        var commands = new Commands(root, installation);
        Stream.of(Member.values()).forEach(member -> calls.put(member, call(member, commands, haste)));
        this.quickStart = QuickStart.in(root, installation.home().logs().resolve("prepare.log"));
    }

    private static List<String> call(Member member, Commands commands, Haste haste) {
        var service = member.service();
        if (service == null) {
            return commands.of(member.word());
        }
        var call = new ArrayList<>(commands.of(service.module()));
        haste.of(service).forEach(setting -> put(call, setting));
        return call;
    }

    /** In place of what the installation says of it, if it does: given twice, both would count. */
    private static void put(List<String> command, String setting) {
        var key = setting.substring(0, setting.indexOf('=') + 1);
        command.removeIf(each -> each.startsWith(key));
        command.add(setting);
    }

    /** Makes ready what lets the service start quickly. */
    void prepare(Member service) {
        quickStart.prepare(call(service));
    }

    /** Starts a process, with these options of the JVM besides its own. */
    Process start(Member member, List<String> options) {
        var builder = new ProcessBuilder(command(member, options))
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(output(member).toFile()));
        builder.environment()
                .put("TIDINGS_HOME", installation.home().directory().toString());
        builder.environment()
                .put("TIDINGS_PORT_OFFSET", String.valueOf(installation.ports().offset()));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + member.word(), e);
        }
    }

    private List<String> command(Member member, List<String> options) {
        var call = call(member);
        var command = new ArrayList<>(member.service() == null ? call : quickStart.quick(call));
        command.addAll(1, options);
        return command;
    }

    private List<String> call(Member member) {
        return Objects.requireNonNull(calls.get(member));
    }

    /** Where the process writes what it does not log. */
    Path output(Member member) {
        return installation.home().logs().resolve(member.word() + ".out");
    }
}
