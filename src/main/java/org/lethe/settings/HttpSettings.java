package org.lethe.settings;

import java.util.List;

/**
 * What stands between clients and Lethe.
 *
 * @param trustedProxies addresses and ranges whose {@code X-Forwarded-For} is believed; empty: nobody's
 */
public record HttpSettings(List<String> trustedProxies) {

    public HttpSettings {
        trustedProxies = List.copyOf(trustedProxies);
    }
}
