package org.lethe.it;

/** An invariant that does not hold, and for what. */
public record Violation(Invariant invariant, String what) {
    @Override
    public String toString() {
        return invariant + ": " + what;
    }
}
