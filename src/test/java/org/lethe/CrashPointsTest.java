package org.lethe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The crash tests stop the product at methods that they name. A rule that matches nothing would never stop anything: its
 * tests would wait for minutes and not say why.
 */
class CrashPointsTest {

    private static final Path POINTS = Path.of("it-tests/src/test/resources/org/lethe/it/crash/points.btm");
    private static final Pattern POINT = Pattern.compile("CLASS (org\\.lethe\\.\\S+)\\s+METHOD (\\w+)");

    @Test
    void everyPointShouldBeAMethodOfTheProduct() throws IOException {
        List<MatchResult> points =
                POINT.matcher(Files.readString(POINTS)).results().toList();

        assertThat(points).hasSizeGreaterThan(5).allSatisfy(point -> assertThat(methodsOf(point.group(1)))
                .as(point.group(1))
                .contains(point.group(2)));
    }

    private static List<String> methodsOf(String type) throws ClassNotFoundException {
        return Arrays.stream(Class.forName(type).getDeclaredMethods())
                .map(method -> method.getName())
                .toList();
    }
}
