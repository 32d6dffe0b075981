package app.tidings.local.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code tidings} in a tree of its own, with a JDK and a Maven that only say how they were called. */
class LauncherScriptTest {

    private record Ended(int status, String said) {}

    @TempDir
    private Path root;

    @BeforeEach
    void layOut() throws IOException {
        Files.copy(Path.of("..", "tidings"), root.resolve("tidings"));
        Files.createFile(root.resolve("pom.xml"));
        Files.createDirectories(root.resolve("local/src/main"));
        Files.createFile(root.resolve("local/src/main/Source.java"));
        jdk("jdk", "26.0.1");
        program("bin/mvn", "echo mvn \"$@\" >> %s/calls; mkdir -p local/target; touch local/target/local.jar");
    }

    @Test
    void buildsOnceAndAgainAfterAChange() throws Exception {
        assertThat(tidings("up").said())
                .startsWith("building…")
                .contains("java")
                .endsWith("Local up\n");
        assertThat(tidings("up", "--processes").said()).startsWith("java").endsWith("Local up --processes\n");
        assertThat(calls()).containsExactly("mvn -B -q -DskipTests -Dspotless.check.skip=true package");

        changeASource();

        assertThat(tidings("status").said()).startsWith("java");
        assertThat(tidings("up").said()).startsWith("building…");
        assertThat(calls()).hasSize(2);
    }

    @Test
    void buildsNothingUnderWhatRuns() throws Exception {
        tidings("up");
        changeASource();
        record(ProcessHandle.current());

        assertThat(tidings("up").said())
                .startsWith("it runs, so what has changed")
                .endsWith("Local up\n");

        assertThat(calls()).hasSize(1);
    }

    @Test
    void buildsWhenAnotherProcessHasTheNumberOfOneThatRan() throws Exception {
        tidings("up");
        changeASource();
        var record = record(ProcessHandle.current());
        Files.writeString(
                record, Files.readString(record).replaceFirst("started=.*", "started=2020-01-01T00\\\\:00\\\\:00Z"));

        assertThat(tidings("up").said()).startsWith("building…");

        assertThat(calls()).hasSize(2);
    }

    @Test
    void findsTheJdkOfHomebrew() throws Exception {
        var keg = "brew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home";
        jdk("brew/opt/openjdk@21/libexec/openjdk.jdk/Contents/Home", "21.0.7");
        jdk(keg, "25.0.1");
        jdk("jdk", "21.0.7");
        Files.createSymbolicLink(root.resolve("bin/java"), root.resolve("jdk/bin/java"));

        assertThat(tidings("test").status()).isZero();

        assertThat(Files.readString(root.resolve("used")).strip())
                .isEqualTo(root.resolve(keg).toString());
    }

    @Test
    void tellsWhyABuildFailed() throws Exception {
        program("bin/mvn", "echo '[ERROR] no such symbol'; echo much more; exit 1");

        assertThat(tidings("demo")).isEqualTo(new Ended(1, """
                    building… (the first time takes some minutes)
                    [ERROR] no such symbol
                    tidings: the build failed; see %s/target/build.log
                    """.formatted(root)));
        assertThat(tidings("demo").status()).isEqualTo(1);
    }

    @Test
    void passesOverAJdkThatIsTooOld() throws Exception {
        jdk("jdk", "21.0.7");

        assertThat(tidings("test").status()).isZero();

        assertThat(Files.readString(root.resolve("used")).strip())
                .isNotEqualTo(root.resolve("jdk").toString());
    }

    @Test
    void verifiesEverythingForTheTests() throws Exception {
        assertThat(tidings("test").status()).isZero();

        assertThat(calls()).containsExactly("mvn -B -T 2 verify");
        assertThat(Files.readString(root.resolve("used")).strip())
                .isEqualTo(root.resolve("jdk").toString());
    }

    @Test
    void makesWhatComposeNeedsOnceAndWithoutAJdk() throws Exception {
        Files.copy(Path.of("..", ".env.example"), root.resolve(".env.example"));
        var profiles = root.resolve("curation-service/src/main/resources/publications.yml");
        Files.createDirectories(profiles.getParent());
        Files.writeString(profiles, "publications: []\n");
        Files.delete(root.resolve("jdk/bin/java"));

        assertThat(tidings("init"))
                .matches(ended -> ended.status() == 0 && ended.said().contains("docker compose up"));

        var wanted = ComposeSecrets.names();
        assertThat(ComposeSecrets.in(root.resolve("secrets"))).containsOnlyKeys(wanted);
        var secrets = ComposeSecrets.in(root.resolve("secrets"));
        assertThat(secrets.get("token-key")).matches("k1:[A-Za-z0-9_-]{43}");
        assertThat(secrets.get("mongo-key")).matches("[A-Za-z0-9]{20,43}");
        assertThat(secrets.get("api-token")).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(secrets.get("address-key"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("secrets"))))
                .isEqualTo("rwx------");
        assertThat(root.resolve("config/publications.yml")).hasContent("publications: []");

        Files.writeString(root.resolve("config/publications.yml"), "publications: [mine]\n");
        assertThat(tidings("init").said()).doesNotContain("made ");

        assertThat(ComposeSecrets.in(root.resolve("secrets"))).isEqualTo(secrets);
        assertThat(root.resolve("config/publications.yml")).hasContent("publications: [mine]");
    }

    /** The secrets that the compose file mounts. */
    private static final class ComposeSecrets {

        static List<String> names() throws IOException {
            return Files.readAllLines(Path.of("..", "docker-compose.yml")).stream()
                    .filter(line -> line.contains("{ file: ./secrets/"))
                    .map(line -> line.strip().replaceFirst(":.*", ""))
                    .toList();
        }

        static Map<String, String> in(Path directory) throws IOException {
            var secrets = new TreeMap<String, String>();
            try (var files = Files.list(directory)) {
                for (var file : files.toList()) {
                    secrets.put(file.getFileName().toString(), Files.readString(file));
                }
            }
            return secrets;
        }
    }

    @Test
    void refusesAnUnknownCommandInOneLine() throws Exception {
        assertThat(tidings("dance"))
                .isEqualTo(new Ended(1, "tidings: there is no command dance; ./tidings help lists them\n"));
        assertThat(tidings("help").said()).contains("./tidings demo [--once]");
    }

    private void jdk(String place, String version) throws IOException {
        program(place + "/bin/javac", "");
        program(place + "/bin/java", """
                case "$*" in
                  *"Local running") exec '%s/bin/java' -cp '%s' app.tidings.local.run.Local running ;;
                  *) echo java "$@" ;;
                esac""".formatted(
                        System.getProperty("java.home"), System.getProperty("java.class.path")));
        Files.writeString(
                root.resolve(place).resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
    }

    private Path record(ProcessHandle process) {
        var home = Home.at(root.resolve("data"));
        new ProcessRecords(home.run()).keep("tidings", process, 0);
        return home.run().resolve("tidings.pid");
    }

    private void program(String path, String body) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(file.getParent());
        var script = "#!/bin/sh\necho \"${JAVA_HOME:-}\" > %s/used\n%s\n"
                .formatted(root, body.replace("%s", root.toString()));
        Files.writeString(file, script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void changeASource() throws IOException {
        Files.setLastModifiedTime(
                root.resolve("local/src/main/Source.java"),
                FileTime.from(Instant.now().plusSeconds(60)));
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(root.resolve("calls"));
    }

    private Ended tidings(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("sh", root.resolve("tidings").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("TIDINGS_HOME");
        builder.environment().keySet().removeIf(name -> name.startsWith("JAVA_HOME"));
        builder.environment().put("HOMEBREW_PREFIX", root.resolve("brew").toString());
        builder.environment().put("JAVA_HOME", root.resolve("jdk").toString());
        builder.environment().merge("PATH", "", (path, _) -> root.resolve("bin") + ":" + path);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
