package org.lethe.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lethe.ApiDescription;
import org.lethe.ApiDescription.Operation;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the description of the API says of roles and scopes is what the product asks for. */
class DescribedAccessTest {

    private static final Map<String, List<String>> NARROWED = narrowed();

    static List<Operation> operations() {
        return ApiDescription.operations();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theScopesShouldBeThoseThatAreAskedFor(Operation operation) {
        List<String> needed = NeededScope.of(operation.method(), pathOf(operation)).anyOf().stream()
                .map(Scope::wireName)
                .toList();

        assertThat(operation.list("x-scopes")).isEqualTo(needed);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theRolesShouldBeThoseOfTheSecurityConstraintWhichTheMethodMayNarrow(Operation operation) throws Exception {
        List<String> roles = rolesOf(operation.method(), pathOf(operation));
        Optional<List<String>> ofMethod = Optional.ofNullable(NARROWED.get(operation.toString()));

        assertThat(operation.list("x-roles")).containsExactlyInAnyOrderElementsOf(ofMethod.orElse(roles));
        assertThat(ofMethod.orElse(List.of())).isSubsetOf(roles);
    }

    /** The roles that stand at methods of resources, by operation. */
    private static Map<String, List<String>> narrowed() {
        Map<String, List<String>> narrowed = new HashMap<>();
        for (JavaClass resource : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.lethe")) {
            if (resource.isAnnotatedWith(Path.class)) {
                resource.getMethods().forEach(method -> method.tryGetAnnotationOfType(RolesAllowed.class)
                        .ifPresent(roles -> narrowed.put(operation(resource, method), List.of(roles.value()))));
            }
        }
        return narrowed;
    }

    private static String operation(JavaClass resource, JavaMethod method) {
        String http = method.getAnnotations().stream()
                .flatMap(annotation -> annotation.getRawType().tryGetAnnotationOfType(HttpMethod.class).stream())
                .map(HttpMethod::value)
                .findFirst()
                .orElse("");
        String path = "/api/" + resource.getAnnotationOfType(Path.class).value() + '/'
                + method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
        return http + ' ' + path.replaceAll("/+", "/").replaceAll("/$", "");
    }

    @Test
    void thereShouldBeOperations() {
        assertThat(operations()).hasSizeGreaterThan(20);
    }

    private static String pathOf(Operation operation) {
        return operation.path().replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
    }

    /** Those of the constraint with the best match: the exact path, else the longest prefix (Servlet 6.0, 13.8.3). */
    private static List<String> rolesOf(String method, String path) throws Exception {
        Map<String, List<String>> constraints = constraints(method);
        if (constraints.containsKey(path)) {
            return constraints.get(path);
        }
        return constraints.keySet().stream()
                .filter(pattern -> pattern.endsWith("/*"))
                .filter(pattern -> (path + '/').startsWith(pattern.substring(0, pattern.length() - 1)))
                .max((a, b) -> Integer.compare(a.length(), b.length()))
                .map(constraints::get)
                .orElse(List.of());
    }

    /** Those that are for this method. */
    private static Map<String, List<String>> constraints(String method) throws Exception {
        Element webXml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(java.nio.file.Path.of("src/main/webapp/WEB-INF/web.xml").toFile())
                .getDocumentElement();
        Map<String, List<String>> constraints = new HashMap<>();
        for (Element constraint : elements(webXml, "security-constraint")) {
            List<String> methods = texts(constraint, "http-method");
            boolean isForOthers = !methods.isEmpty() && !methods.contains(method);
            if (isForOthers || texts(constraint, "http-method-omission").contains(method)) {
                continue;
            }
            List<String> roles = texts(constraint, "role-name");
            texts(constraint, "url-pattern").forEach(pattern -> constraints.put(pattern, roles));
        }
        return constraints;
    }

    private static List<String> texts(Element parent, String name) {
        return elements(parent, name).stream()
                .map(Element::getTextContent)
                .map(String::strip)
                .toList();
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        return new ArrayList<>(IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList());
    }
}
