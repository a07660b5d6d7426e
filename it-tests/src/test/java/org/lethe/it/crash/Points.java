package org.lethe.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jboss.byteman.agent.Main;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.lethe.launcher.Installation;

/**
 * Points at which the next thread of the server that comes by is stopped. Each armed point stops one thread, so many
 * transactions can stand at the same time, each at another point, until the server is killed or the points released.
 * A point is called {@code step.deed-n.before} or {@code .after}, such as {@code plan.commit-2.before}: see
 * {@code points.btm}.
 */
final class Points {
    static final String DIRECTORY_PROPERTY = "lethe.crash.points";

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Path armed;
    private final Path held;

    Points(Path directory) {
        try {
            armed = Files.createDirectories(directory.resolve("armed"));
            held = Files.createDirectories(directory.resolve("held"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Both sides of each prepare and of each commit of a step in which this many branches take part. */
    static List<String> ofTwoPhases(String step, int branches) {
        return Stream.of("prepare", "commit")
                .flatMap(deed ->
                        Stream.iterate(1, n -> n <= branches, n -> n + 1).map(n -> deed + '-' + n))
                .flatMap(deed -> Stream.of(step + '.' + deed + ".before", step + '.' + deed + ".after"))
                .toList();
    }

    /** Builds the points into the server that is to be started. */
    Installation.Builder into(Installation.Builder builder) {
        Path directory = armed.getParent();
        Path inside = directory.resolve("points.jar");
        ShrinkWrap.create(JavaArchive.class)
                .addClass(CrashPoints.class)
                .as(ZipExporter.class)
                .exportTo(inside.toFile(), true);
        return builder.serverOption("-D" + DIRECTORY_PROPERTY + '=' + directory)
                .serverOption("-javaagent:" + fileOf(Main.class) + "=script:" + script() + ",sys:" + inside);
    }

    void arm(String... points) {
        arm(List.of(points));
    }

    void arm(Collection<String> points) {
        points.forEach(point -> write(armed.resolve(point)));
    }

    /** Stops every thread that comes to this point from now on. */
    void armForAll(String point) {
        write(armed.resolve(point + ".all"));
    }

    /** Waits until a thread stands at each of these points; answers what each works on, by the point's name. */
    Map<String, String> awaitHeld(Collection<String> points, Duration limit) {
        Map<String, String> standing = new TreeMap<>();
        Awaitility.await("threads at points")
                .atMost(limit)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> {
                    points.forEach(point -> at(point).forEach(work -> standing.put(point, work)));
                    assertThat(standing.keySet()).containsAll(points);
                });
        return standing;
    }

    /** What the threads that stand at a point work on, as its text. */
    List<String> at(String point) {
        return in(held).stream()
                .filter(file -> file.getName().startsWith(point + '@'))
                .map(Points::read)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** The first id in a text that tells what a thread works on: the album, or the deletion. */
    static java.util.UUID idIn(String work) {
        Matcher id = UUID.matcher(work);
        if (!id.find()) {
            throw new IllegalArgumentException("No id in " + work);
        }
        return java.util.UUID.fromString(id.group());
    }

    /** Stops nobody any more; who stands goes on standing. */
    void disarm() {
        in(armed).forEach(File::delete);
    }

    /** Lets all threads that stand go on; what is armed stops the next. */
    void goOn() {
        in(held).forEach(File::delete);
    }

    /** Disarms all points and lets all threads go on. */
    void release() {
        disarm();
        goOn();
    }

    private static String script() {
        try {
            return Path.of(Points.class.getResource("points.btm").toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path fileOf(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private static List<File> in(Path directory) {
        return List.of(directory.toFile().listFiles());
    }

    private static void write(Path file) {
        try {
            Files.createFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(File file) {
        try {
            return Files.readString(file.toPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
