package app.tidings.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import app.tidings.local.deploy.ComposeFile.Service;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The compose files against the services' settings, ports and health paths, and against the rules for containers. */
class ComposeFileTest {

    private static final List<String> SERVICES = List.of("ingest", "curation", "render", "notify");
    private static final Pattern INTERPOLATED = Pattern.compile("\\$\\{(TIDINGS_\\w+)");

    private final String production = ComposeFile.text("docker-compose.yml");
    private final String demo = ComposeFile.text("docker-compose.demo.yml");

    @Test
    void isHardened() {
        assertThat(new Hardening(ComposeFile.parse(production)).findings()).isEmpty();
        assertThat(new Hardening(demoAlone()).findings()).isEmpty();
    }

    /** The demo's own container; what else the file names only adds variables. */
    private ComposeFile demoAlone() {
        var file = ComposeFile.parse(demo);
        var networks = ComposeFile.production().keys().get("networks");
        var secrets = ComposeFile.production().keys().get("secrets");
        return new ComposeFile(
                Map.of("networks", networks, "secrets", secrets),
                Map.of("demo", file.service("demo").keys()));
    }

    /** What stands in the file, what is put in its place, and the rule that it breaks. */
    record Fault(String sound, String planted, String rule) {}

    static Stream<Fault> faults() {
        return Stream.of(
                new Fault("read_only: true", "read_only: false", "has a read-only root"),
                new Fault("cap_drop: [ALL]", "cap_drop: [NET_RAW]", "drops every capability"),
                new Fault("cap_drop: [ALL]", "cap_drop: [ALL]\n  cap_add: [NET_RAW]", "drops every capability"),
                new Fault("no-new-privileges:true", "seccomp:unconfined", "gains no privilege"),
                new Fault("pids_limit: 512", "tty: false", "has limits of memory and processes"),
                new Fault("/tmp:mode=1777,size=64m", "/tmp:mode=1777", "writes into memory of a bounded size only"),
                new Fault("apache/kafka:4.1.1", "apache/kafka:latest", "has images of exact versions"),
                new Fault("user: \"999:999\"", "user: \"0:0\"", "runs as a user who is not root"),
                new Fault("restart: unless-stopped", "restart: no", "starts again and has bounded logs"),
                new Fault("max-size: 10m", "compress: true", "starts again and has bounded logs"),
                new Fault("user: \"1000:1000\"", "ports: [9092]", "publishes no port"),
                new Fault(
                        "mongo-config:/data/configdb",
                        "/var/run/docker.sock:/var/run/docker.sock",
                        "takes nothing of the host but files of the project, read-only"),
                new Fault(
                        "./config:/config:ro",
                        "./config:/config",
                        "takes nothing of the host but files of the project, read-only"),
                new Fault(
                        "MONGO_PASSWORD_FILE: /run/secrets/mongo-render-password",
                        "MONGO_PASSWORD: mongo",
                        "has secrets as files"),
                new Fault(
                        "secrets: [api-token, mongo-render-password]", "secrets: [api-token]", "has secrets as files"),
                new Fault("networks: [data]", "networks: [data, fetch]", "reaches the world only where it has to"),
                new Fault("data: { internal: true }", "data: {}", "reaches the world only where it has to"),
                new Fault(
                        "mongo: { condition: service_healthy }",
                        "mongo: { condition: service_started }",
                        "waits until what it needs is healthy"),
                new Fault("test: [\"CMD\", \"/opt/tidings/health.sh\"]", "disable: true", "has a health check"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void findsEachFaultThatIsPlanted(Fault fault) {
        var faulty = production.replace(fault.sound(), fault.planted());

        assertThat(faulty).isNotEqualTo(production);
        assertThat(new Hardening(ComposeFile.parse(faulty)).findings())
                .anyMatch(each -> each.endsWith(": " + fault.rule()));
    }

    @Test
    void tellsEachServiceOnlyWhatItUnderstands() {
        assertThat(unknownVariables(production)).isEmpty();
        assertThat(unknownVariables(demo)).isEmpty();
    }

    @Test
    void findsAVariableThatNobodyReads() {
        var misspelt = production.replace("TIDINGS_NOTIFY_SMTP_HOST:", "TIDINGS_NOTIFY_SMTP_HOSTS:");
        var elsewhere = production.replace("TIDINGS_RENDER_PUBLIC_URL:", "TIDINGS_NOTIFY_PUBLIC_URL:");

        assertThat(unknownVariables(misspelt)).containsExactly("notify: TIDINGS_NOTIFY_SMTP_HOSTS");
        assertThat(unknownVariables(elsewhere)).containsExactly("render: TIDINGS_NOTIFY_PUBLIC_URL");
    }

    private static List<String> unknownVariables(String compose) {
        var file = ComposeFile.parse(compose);
        return SERVICES.stream()
                .flatMap(name -> file.service(name).environment().keySet().stream()
                        .filter(variable -> !KnownSettings.of(name).contains(variable))
                        .map(variable -> name + ": " + variable))
                .toList();
    }

    @Test
    void looksAtThePortsAndPathsThatTheServicesHave() {
        assertThat(wrongPorts(production)).isEmpty();
    }

    @Test
    void findsAPortOrAPathThatIsNotThere() {
        assertThat(wrongPorts(production.replace("\"9083\"", "\"9084\""))).containsExactly("render: readiness");
        assertThat(wrongPorts(production.replace("\"9081\", \"/actuator/health/readiness", "\"9081\", \"/health")))
                .containsExactly("ingest: readiness");
    }

    /** Of health checks and exposed ports, as {@code service: what}. */
    private static List<String> wrongPorts(String compose) {
        var file = ComposeFile.parse(compose);
        return SERVICES.stream().flatMap(name -> wrongPorts(file.service(name))).toList();
    }

    private static Stream<String> wrongPorts(Service service) {
        var ports = Ports.of(service.name());
        var health = "health, %d, /actuator/health/".formatted(ports.management());
        var readiness = service.map("healthcheck").toString().contains(health + "readiness]");
        var liveness = service.dockerfile().stream()
                .map(line -> line.replace("\"", ""))
                .anyMatch(line -> line.contains(health + "liveness]"));
        var exposed = service.dockerfile().contains("EXPOSE %d %d".formatted(ports.api(), ports.management()));
        return Stream.of(readiness ? "" : "readiness", liveness ? "" : "liveness", exposed ? "" : "exposed ports")
                .filter(wrong -> !wrong.isEmpty())
                .map(wrong -> service.name() + ": " + wrong);
    }

    /** The ports of a service as its own configuration has them. */
    record Ports(int api, int management) {

        static Ports of(String service) {
            var file = "%s-service/src/main/resources/%1$s-service.yml".formatted(service);
            JsonNode keys = JsonMapper.shared().valueToTree(ComposeFile.load(ComposeFile.text(file)));
            return new Ports(
                    keys.at("/server/port").asInt(),
                    keys.at("/management/server/port").asInt());
        }
    }

    @Test
    void explainsEachVariableOfTheOperator() {
        var explained = new TreeSet<>(ComposeFile.text(".env.example")
                .lines()
                .filter(line -> line.startsWith("#TIDINGS_"))
                .map(line -> line.substring(1, line.indexOf('=')))
                .toList());

        assertThat(INTERPOLATED.matcher(production + demo).results().map(match -> match.group(1)))
                .containsAll(explained)
                .isSubsetOf(explained);
    }

    @Test
    void runsTheBrokerAndTheStoreThatTheTestsRun() {
        var tests = ComposeFile.text("platform/src/test/java/app/tidings/platform/testing/Containers.java");

        assertThat(Stream.of("kafka", "mongo")
                        .map(name ->
                                ComposeFile.production().service(name).keys().get("image")))
                .allSatisfy(image -> assertThat(tests).contains("\"%s\"".formatted(image)));
    }

    @Test
    void runsAStoreThatAsksForAPasswordAndLeaksNoMemory() {
        var start = ComposeFile.text("deploy/mongo/start.sh");
        var version = String.valueOf(
                        ComposeFile.production().service("mongo").keys().get("image"))
                .split(":", -1)[1];

        assertThat(start).contains("--keyFile ", "--replSet ", "--networkMessageCompressors snappy,zstd");
        // the first of its line without CVE-2025-14847
        assertThat(Runtime.Version.parse(version)).isGreaterThanOrEqualTo(Runtime.Version.parse("8.0.17"));
    }
}
