package org.lethe;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The description of the API is written by hand; this holds it against the resources, both ways. */
class OpenApiTest {

    @Test
    void everyOperationShouldBeDescribedAndNothingElse() throws IOException {
        assertThat(described()).isEqualTo(implemented());
    }

    private static Set<String> implemented() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.lethe").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .flatMap(type -> type.getMethods().stream().map(method -> operation(type, method)))
                        .flatMap(Optional::stream)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<String> operation(JavaClass resource, JavaMethod method) {
        String path = resource.getAnnotationOfType(Path.class).value()
                + method.tryGetAnnotationOfType(Path.class)
                        .map(sub -> "/" + sub.value())
                        .orElse("");
        return method.getAnnotations().stream()
                .flatMap(annotation -> annotation.getRawType().tryGetAnnotationOfType(HttpMethod.class).stream())
                .map(http -> http.value() + " " + ("/api/" + path).replaceAll("/+", "/"))
                .findFirst();
    }

    /** Reads the two levels of the YAML that say paths and methods, by their indentation. */
    private static Set<String> described() throws IOException {
        Set<String> operations = new TreeSet<>();
        String path = "";
        for (String line : yaml().lines().toList()) {
            if (line.matches("  /api/\\S+:")) {
                path = line.strip().replaceAll(":$", "");
            } else if (line.matches("    (get|post|put|patch|delete):")) {
                operations.add(line.strip().replaceAll(":$", "").toUpperCase(Locale.ROOT) + " " + path);
            }
        }
        return operations;
    }

    private static String yaml() throws IOException {
        try (InputStream yaml = OpenApiTest.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
