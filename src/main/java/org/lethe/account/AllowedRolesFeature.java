package org.lethe.account;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Holds every method of a resource to the roles that it, or else its class, is annotated with (Jakarta Annotations 2.1,
 * section 2.10). One that says nothing lets nobody through: a resource that was forgotten is closed, not open. It comes
 * after the constraints of {@code web.xml}, which say the same by paths, and narrows only.
 */
@Provider
public class AllowedRolesFeature implements DynamicFeature {

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Method method = resource.getResourceMethod();
        if (isAnnotated(method, DenyAll.class)) {
            context.register(new AllowedRolesFilter(List.of()));
        } else if (isAnnotated(method, RolesAllowed.class)) {
            context.register(new AllowedRolesFilter(
                    List.of(method.getAnnotation(RolesAllowed.class).value())));
        } else if (!isAnnotated(method, PermitAll.class)) {
            ofClass(resource.getResourceClass()).ifPresent(context::register);
        }
    }

    /** Empty when the class says that everybody may. */
    private static Optional<AllowedRolesFilter> ofClass(Class<?> type) {
        RolesAllowed roles = type.getAnnotation(RolesAllowed.class);
        if (roles != null) {
            return Optional.of(new AllowedRolesFilter(List.of(roles.value())));
        }
        return type.isAnnotationPresent(PermitAll.class)
                ? Optional.empty()
                : Optional.of(new AllowedRolesFilter(List.of()));
    }

    private static boolean isAnnotated(Method method, Class<? extends Annotation> with) {
        return Arrays.stream(method.getAnnotations()).anyMatch(with::isInstance);
    }
}
