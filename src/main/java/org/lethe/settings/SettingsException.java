package org.lethe.settings;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The settings cannot be used. Lists every fault with key, value, rule and origin; the node must not start.
 */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<SettingFault> faults;

    SettingsException(List<SettingFault> faults) {
        super(describe(faults));
        this.faults = List.copyOf(faults);
    }

    /** Every fault, in the order of the table of settings; relations last. */
    public List<SettingFault> faults() {
        return faults;
    }

    private static String describe(List<SettingFault> faults) {
        return faults.stream()
                .map(fault -> "\n  " + fault)
                .collect(Collectors.joining(
                        "", faults.size() + " setting(s) cannot be used; Lethe does not start:", ""));
    }
}
