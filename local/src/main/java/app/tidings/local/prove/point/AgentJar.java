package app.tidings.local.prove.point;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * The agent in a jar of its own, which holds nothing but this package. Local's jar cannot be the agent: its manifest names
 * all libraries, which would come onto the class path of the service before the service's own.
 */
public final class AgentJar {

    private static final List<Class<?>> CLASSES = List.of(
            PointAgent.class,
            PlantPoints.class,
            Passings.class,
            Orders.class,
            Armed.class,
            CrashPoint.class,
            CrashPoint.Side.class,
            CrashPoints.class);
    private static final String PLANTED_CODE = "PlantPoints$1.class";

    private final Path file;

    private AgentJar(Path file) {
        this.file = file;
    }

    /** Writes the jar into the directory. */
    public static AgentJar in(Path directory) {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", PointAgent.class.getName());
        var file = directory.resolve("point-agent.jar");
        try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            for (var type : CLASSES) {
                add(jar, type.getName().substring(type.getPackageName().length() + 1) + ".class");
            }
            add(jar, PLANTED_CODE);
            add(jar, CrashPoints.TABLE);
            return new AgentJar(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(JarOutputStream jar, String name) throws IOException {
        jar.putNextEntry(new JarEntry(AgentJar.class.getPackageName().replace('.', '/') + "/" + name));
        try (var in = Objects.requireNonNull(AgentJar.class.getResourceAsStream(name), name)) {
            in.transferTo(jar);
        }
    }

    /**
     * Options of a service's JVM.
     *
     * @param orders file of its {@link Orders}
     */
    public List<String> options(String service, Path orders) {
        return List.of(
                "-javaagent:" + file,
                "-D%s=%s".formatted(PointAgent.SERVICE, service),
                "-D%s=%s".formatted(PointAgent.ORDERS, orders));
    }
}
