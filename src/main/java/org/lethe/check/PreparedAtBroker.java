package org.lethe.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lethe.broker.BrokerManagement;
import org.lethe.broker.BrokerUnavailableException;
import org.lethe.settings.LetheSettings;

/**
 * The branches of this node that the broker holds prepared. The broker tells their times in words of its own language,
 * so a branch counts from when it was first seen here. Safe for use by many threads.
 */
@ApplicationScoped
public class PreparedAtBroker {

    private static final Pattern ID = Pattern.compile("base64: (\\S+)");

    private final Map<String, Instant> firstSeen = new ConcurrentHashMap<>();

    @Inject
    BrokerManagement broker;

    @Inject
    LetheSettings settings;

    /** How many have been seen for longer than {@code limit}; 0 while the broker does not answer. */
    public long olderThan(Duration limit) {
        try {
            Set<String> prepared =
                    broker.preparedBranches().stream().filter(this::isOurs).collect(Collectors.toSet());
            Instant now = Instant.now();
            firstSeen.keySet().retainAll(prepared);
            prepared.forEach(branch -> firstSeen.putIfAbsent(branch, now));
            return firstSeen.values().stream()
                    .filter(seen -> seen.isBefore(now.minus(limit)))
                    .count();
        } catch (BrokerUnavailableException away) {
            return 0;
        }
    }

    /** The id begins with the branch qualifier, and that with the node's name. */
    private boolean isOurs(String line) {
        Matcher id = ID.matcher(line);
        if (!id.find()) {
            return false;
        }
        try {
            byte[] bytes =
                    Base64.getUrlDecoder().decode(id.group(1).replace('+', '-').replace('/', '_'));
            return new String(bytes, StandardCharsets.ISO_8859_1)
                    .startsWith(settings.node().name());
        } catch (IllegalArgumentException notAnId) {
            return false;
        }
    }
}
