package org.lethe.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lethe.ApiDescription;

/** Every operation says who may, in the code as in the description; what says nothing is closed. */
class AllowedRolesTest {

    @Test
    void everyOperationShouldSayWhoMay() {
        Map<String, List<String>> said = new TreeMap<>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.lethe").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .forEach(type -> type.getMethods().forEach(method -> operation(type, method)
                                .ifPresent(operation -> said.put(operation, roles(type, method)))));
        Map<String, List<String>> described = new TreeMap<>();
        ApiDescription.operations()
                .forEach(operation -> described.put(operation.toString(), sorted(operation.list("x-roles"))));

        assertThat(said).isEqualTo(described);
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

    private static List<String> roles(JavaClass resource, JavaMethod method) {
        if (method.isAnnotatedWith(PermitAll.class)) {
            return List.of();
        }
        return method.tryGetAnnotationOfType(RolesAllowed.class)
                .or(() -> resource.tryGetAnnotationOfType(RolesAllowed.class))
                .map(allowed -> sorted(List.of(allowed.value())))
                .orElse(List.of("nobody: neither @RolesAllowed nor @PermitAll"));
    }

    private static List<String> sorted(List<String> roles) {
        return roles.stream().sorted().toList();
    }
}
