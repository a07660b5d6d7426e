package org.lethe;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The description of the API is written by hand; this holds it against the resources, both ways. */
class OpenApiTest {

    @Test
    void everyOperationShouldBeDescribedAndNothingElse() {
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

    private static Set<String> described() {
        return ApiDescription.operations().stream()
                .map(ApiDescription.Operation::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
