package org.lethe.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which entries are asked for; what is empty does not narrow. {@code from} is included, {@code until} is not. */
record AuditFilter(
        Optional<String> actor,
        Optional<String> action,
        Optional<String> subject,
        Optional<Instant> from,
        Optional<Instant> until) {

    /** Conditions on the entry {@code e}, each with the name and the value of its one parameter. */
    Map<String, Condition> conditions() {
        Map<String, Condition> conditions = new LinkedHashMap<>();
        actor.ifPresent(wanted -> conditions.put("actor", new Condition("e.actor = :actor", wanted)));
        action.ifPresent(wanted -> conditions.put("action", new Condition("e.action = :action", wanted)));
        subject.ifPresent(wanted -> conditions.put("subject", new Condition("e.subject = :subject", wanted)));
        from.ifPresent(first -> conditions.put("from", new Condition("e.at >= :from", first)));
        until.ifPresent(end -> conditions.put("until", new Condition("e.at < :until", end)));
        return conditions;
    }

    record Condition(String sql, Object value) {}
}
