package org.lethe.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.problem.ProblemException;

class DeletionQueryTest {

    @Test
    void theBeginningOfAnIdShouldBeARangeOfIds() {
        DeletionQuery query = new DeletionQuery().id("0198F6C2-6d").checked();

        assertThat(query.conditions()).isEqualTo(" and d.id >= ? and d.id <= ?");
        assertThat(query.parameters())
                .containsExactly(
                        UUID.fromString("0198f6c2-6d00-0000-0000-000000000000"),
                        UUID.fromString("0198f6c2-6dff-ffff-ffff-ffffffffffff"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0198", "0198f6c2-", "0198f6c2-6d0e-7b3a-9c55-0f6a1d2e3b4c", "0198f6c26d0e7b3a9c550f6a1d2e3b4c"})
    void whatAnIdBeginsWithShouldBeTaken(String begin) {
        assertThat(new DeletionQuery().id(begin).checked().parameters()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "019",
                "xyz1",
                "0198-f6c2",
                "0198f6c2--6d0e",
                "0198f6c2-6d0e-7b3a-9c55-0f6a1d2e3b4cc",
                "----",
                "%%%%"
            })
    void whatNoIdBeginsWithShouldBeRefused(String begin) {
        assertThatThrownBy(() -> new DeletionQuery().id(begin).checked()).isInstanceOf(ProblemException.class);
    }

    @Test
    void everyFaultShouldBeToldAtOnce() {
        DeletionQuery query = new DeletionQuery()
                .state("GONE,")
                .kind("VIDEO")
                .owner("")
                .id("?")
                .from("yesterday")
                .until("0000-01-01T00:00:00Z");

        assertThatThrownBy(query::checked).isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(
                        refused.problem().errors().stream().map(error -> error.field()))
                .containsExactly("state", "kind", "owner", "id", "from", "until"));
    }

    @Test
    void uploadsThatFailedShouldBeShownWhenTheyAreAskedForOnly() {
        assertThat(new DeletionQuery().kind(null).conditions()).isEqualTo(" and d.kind <> ?");
        assertThat(new DeletionQuery().kind("upload").conditions()).isEqualTo(" and d.kind = ?");
    }
}
