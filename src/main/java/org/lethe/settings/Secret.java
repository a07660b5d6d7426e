package org.lethe.settings;

import static java.util.Objects.requireNonNull;

/**
 * A password that does not show by accident: only {@link #reveal} gives it away, {@code toString} does not.
 */
public final class Secret {

    private final String value;

    public Secret(String value) {
        this.value = requireNonNull(value);
    }

    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
