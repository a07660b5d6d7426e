package org.lethe.settings;

/**
 * One thing that is wrong with the settings.
 *
 * @param key the setting's name
 * @param value what it was set to; a secret's is hidden; "(not set)" when there is none
 * @param rule what it must fulfil
 * @param origin the configuration source that it came from, or "default"
 */
public record SettingFault(String key, String value, String rule, String origin) {

    @Override
    public String toString() {
        return "%s = %s: %s (from %s)".formatted(key, value, rule, origin);
    }
}
