package org.lethe.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What was read for each setting, with its origin. Used by one thread, while reading. */
final class Values {

    private record Value(Object value, String shown, String origin) {}

    private final Map<Setting<?>, Value> values = new HashMap<>();

    <T> void put(Setting<T> setting, T value, String shown, String origin) {
        values.put(setting, new Value(value, shown, origin));
    }

    boolean has(Setting<?> setting) {
        return values.containsKey(setting);
    }

    /** The value of a setting that is known to be there. */
    <T> T of(Setting<T> setting) {
        return optional(setting).orElseThrow();
    }

    @SuppressWarnings("unchecked") // put() lets a setting have values of its own type only
    <T> Optional<T> optional(Setting<T> setting) {
        return Optional.ofNullable(values.get(setting)).map(value -> (T) value.value());
    }

    String shown(Setting<?> setting) {
        return values.get(setting).shown();
    }

    String origin(Setting<?> setting) {
        return values.get(setting).origin();
    }
}
