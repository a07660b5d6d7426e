package org.lethe.failure;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a person does about failures, and why.
 *
 * @param why the reason, or the note
 * @param assignee to whom it is assigned; null otherwise
 * @param dueAt until when they are to have seen to it, or until when such failures are ignored; null for no limit
 * @param outcome how it is resolved; null otherwise
 */
record Act(ActKind kind, String why, String assignee, Instant dueAt, Outcome outcome) {

    static Act assign(String note, String assignee, Instant dueAt) {
        return new Act(ActKind.ASSIGN, note, assignee, dueAt, null);
    }

    /** @param until also such as fail from now on are ignored; null for this one only */
    static Act ignore(String reason, Instant until) {
        return new Act(ActKind.IGNORE, reason, null, until, null);
    }

    static Act resolve(String reason, Outcome outcome) {
        return new Act(ActKind.RESOLVE, reason, null, null, outcome);
    }

    /** Of a kind that takes nothing else. */
    static Act because(ActKind kind, String why) {
        return new Act(kind, why, null, null, null);
    }

    /** Whether a storage has to prove first that the files are gone. */
    boolean needsProof() {
        return outcome == Outcome.ALREADY_GONE;
    }

    /** Whether also such are ignored as fail from now on. */
    boolean isAboutSuchToo() {
        return kind == ActKind.IGNORE && dueAt != null;
    }

    /** Whether it can be done to failures of this kind, whatever their state. */
    boolean appliesTo(FailureKind what) {
        return !needsProof() || what == FailureKind.REMOVAL;
    }

    /** What the history says of it, besides to whom and until when. */
    String detail() {
        return kind == ActKind.RESOLVE ? outcome + ": " + why : why;
    }

    /** What the audit says of it. */
    Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put(kind == ActKind.ASSIGN || kind == ActKind.NOTE ? "note" : "reason", why);
        Optional.ofNullable(assignee).ifPresent(login -> details.put("assignee", login));
        Optional.ofNullable(dueAt)
                .ifPresent(due -> details.put(kind == ActKind.IGNORE ? "until" : "dueAt", due.toString()));
        Optional.ofNullable(outcome).ifPresent(how -> details.put("outcome", how.name()));
        return details;
    }
}
