package org.lethe.it;

import org.assertj.core.api.Assertions;

/** Where a test's sentences begin: assertions of Lethe's own, and those of AssertJ. */
public final class LetheAssertions extends Assertions {
    private LetheAssertions() {}

    public static DeletionAssert assertThat(Deletion deletion) {
        return new DeletionAssert(deletion);
    }

    public static FailureAssert assertThat(Failure failure) {
        return new FailureAssert(failure);
    }

    public static AnswerAssert assertThat(Answer answer) {
        return new AnswerAssert(answer);
    }
}
