package org.lethe.it;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * Puts classes that share an installation one after the other, so that one at a time has to run: what runs beside a test
 * and has nothing to do takes a good part of two cores all the same. Those go by name, so that what one leaves behind is met
 * by the same others on every machine.
 */
public final class ByInstallation implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(Comparator.comparing(ByInstallation::installation)
                        .thenComparing(tests -> tests.getTestClass().getName()));
    }

    private static String installation(ClassDescriptor tests) {
        return Arrays.stream(tests.getTestClass().getDeclaredFields())
                .filter(field -> field.getType() == Lethe.class && Modifier.isStatic(field.getModifiers()))
                .map(ByInstallation::nameOf)
                .findAny()
                .orElse("");
    }

    private static String nameOf(Field field) {
        try {
            field.setAccessible(true);
            return ((Lethe) field.get(null)).name();
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }
}
