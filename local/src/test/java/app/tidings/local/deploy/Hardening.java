package app.tidings.local.deploy;

import app.tidings.local.deploy.ComposeFile.Service;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What each container has to be, whatever is in it. After OWASP's rules for Docker. */
final class Hardening {

    private static final Pattern EXACT = Pattern.compile(".+:v?\\d+\\.\\d+\\.\\d+([._-].+)?");
    private static final Pattern SECRET = Pattern.compile("PASSWORD|SECRET|TOKEN|KEY");
    private static final String SECRETS = "/run/secrets/";

    /** Who may reach the world, and by which network. */
    private static final Map<String, Set<String>> WAYS_OUT = Map.of(
            "proxy", Set.of("public"),
            "ingest", Set.of("fetch"),
            "curation", Set.of("fetch"),
            "notify", Set.of("send"),
            "demo", Set.of("fetch"));

    private final ComposeFile file;

    private record Rule(String words, Predicate<Service> holds) {}

    Hardening(ComposeFile file) {
        this.file = file;
    }

    /** What falls short, as {@code service: rule}. */
    List<String> findings() {
        return file.services()
                .flatMap(service -> rules().filter(rule -> !rule.holds().test(service))
                        .map(rule -> service.name() + ": " + rule.words()))
                .toList();
    }

    private Stream<Rule> rules() {
        return Stream.of(
                new Rule("runs as a user who is not root", Hardening::isNotRoot),
                new Rule(
                        "has a read-only root",
                        service -> Objects.equals(service.keys().get("read_only"), true)),
                new Rule(
                        "drops every capability",
                        service -> service.list("cap_drop").equals(List.of("ALL"))
                                && service.list("cap_add").isEmpty()),
                new Rule(
                        "gains no privilege",
                        service -> service.list("security_opt").contains("no-new-privileges:true")
                                && !service.keys().containsKey("privileged")),
                new Rule(
                        "has limits of memory and processes",
                        service -> service.keys().keySet().containsAll(Set.of("mem_limit", "pids_limit"))),
                new Rule(
                        "writes into memory of a bounded size only",
                        service -> service.list("tmpfs").stream().allMatch(each -> each.contains("size="))),
                new Rule(
                        "has images of exact versions",
                        service -> service.images().stream().allMatch(EXACT.asMatchPredicate())),
                new Rule("has a health check", service -> service.isOneShot() || isLookedAfter(service)),
                new Rule(
                        "starts again and has bounded logs",
                        service -> service.isOneShot()
                                || (Objects.equals(service.keys().get("restart"), "unless-stopped")
                                        && service.map("logging").toString().contains("max-size"))),
                new Rule(
                        "publishes no port",
                        service -> service.name().equals("proxy")
                                || service.list("ports").isEmpty()),
                new Rule(
                        "takes nothing of the host but files of the project, read-only",
                        service -> service.list("volumes").stream().allMatch(Hardening::isOwn)
                                && Set.of("network_mode", "pid", "ipc", "devices").stream()
                                        .noneMatch(service.keys()::containsKey)),
                new Rule(
                        "has secrets as files",
                        service -> service.environment().entrySet().stream()
                                .filter(each -> SECRET.matcher(each.getKey()).find())
                                .allMatch(each -> isSecretFile(service, each.getKey(), each.getValue()))),
                new Rule(
                        "reaches the world only where it has to",
                        service -> WAYS_OUT.getOrDefault(service.name(), Set.of())
                                .containsAll(service.list("networks").stream()
                                        .filter(network -> !file.isInternal(network))
                                        .toList())),
                new Rule(
                        "waits until what it needs is healthy",
                        service -> service.map("depends_on").values().stream()
                                .allMatch(each -> each.equals(Map.of("condition", "service_healthy")))));
    }

    private static boolean isNotRoot(Service service) {
        var user = service.user();
        return user != null && !user.matches("root.*|0(:.*)?");
    }

    private static boolean isLookedAfter(Service service) {
        return service.map("healthcheck").containsKey("test")
                || service.dockerfile().stream().anyMatch(line -> line.startsWith("HEALTHCHECK "));
    }

    private static boolean isOwn(String volume) {
        return volume.startsWith("./") ? volume.endsWith(":ro") : !volume.startsWith("/");
    }

    private boolean isSecretFile(Service service, String variable, String value) {
        if (!variable.endsWith("FILE") || !value.startsWith(SECRETS)) {
            return false;
        }
        var secret = value.substring(SECRETS.length());
        return service.list("secrets").contains(secret)
                && Objects.equals(file.secretFile(secret), "./secrets/" + secret);
    }
}
