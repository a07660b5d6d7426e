package org.lethe.bench;

import java.util.List;

/** Measured values and what statistics say of them. */
record Samples(List<Double> values) {

    Samples {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        values = values.stream().sorted().toList();
    }

    double median() {
        int middle = values.size() / 2;
        return values.size() % 2 == 1 ? values.get(middle) : (values.get(middle - 1) + values.get(middle)) / 2;
    }

    double mean() {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** The smallest value that a share of them, from 0 to 1, does not exceed (nearest rank). */
    double percentile(double share) {
        return values.get((int) Math.max(0, Math.ceil(share * values.size()) - 1));
    }

    double largest() {
        return values.get(values.size() - 1);
    }

    double smallest() {
        return values.get(0);
    }
}
