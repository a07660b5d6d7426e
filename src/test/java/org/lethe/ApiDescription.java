package org.lethe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.Yaml;

/** The description of the API as it is written, for tests that hold the code against it. */
public final class ApiDescription {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch");

    /**
     * One operation.
     *
     * @param method in upper case
     * @param path as described, with its variables in braces
     * @param members what else is said of it
     */
    public record Operation(String method, String path, Map<String, Object> members) {
        /** What stands in a list of this name, such as {@code x-roles}. */
        @SuppressWarnings("unchecked")
        public List<String> list(String member) {
            Object value = members.get(member);
            if (value == null) {
                throw new AssertionError(
                        "openapi.yaml does not say '" + member + "' of " + this + ". Beside operationId it"
                                + " needs x-roles (any of these roles may; [] when nobody needs to log in) and x-scopes (a token"
                                + " with any of these may; [] when no token may).");
            }
            return (List<String>) value;
        }

        @Override
        public String toString() {
            return method + ' ' + path;
        }
    }

    private ApiDescription() {}

    /** Every operation that is described. */
    public static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        map(yaml().get("paths")).forEach((path, item) -> map(item).forEach((method, operation) -> {
            if (METHODS.contains(method)) {
                operations.add(new Operation(method.toUpperCase(Locale.ROOT), path, map(operation)));
            }
        }));
        return operations;
    }

    private static Map<String, Object> yaml() {
        try (InputStream yaml = ApiDescription.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            return new Yaml().load(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
