package org.lethe.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.problem.ProblemException;

class PageTest {

    private static final Cursor A = new Cursor(Instant.parse("2026-03-01T10:00:00.123456Z"), new UUID(1, 2));
    private static final Cursor B = new Cursor(Instant.parse("2026-03-01T09:00:00Z"), new UUID(3, 4));

    @Test
    void cursorShouldComeBackAsItWasSent() {
        PageRequest request = PageRequest.of("10", A.encoded());

        assertThat(request.after()).isEqualTo(A);
    }

    /** A photograph may have been taken before 1970, and lists in the order of that time begin after it. */
    @Test
    void cursorShouldComeBackFromALongTimeAgo() {
        Cursor old = new Cursor(Instant.parse("1890-05-17T10:15:30Z"), new UUID(1, 2));

        assertThat(PageRequest.of("10", old.encoded()).after()).isEqualTo(old);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1000000000-12-31T23:59:59Z", "+294277-01-01T00:00:00Z", "-1000000000-01-01T00:00:00Z"})
    void cursorOfATimeThatNoRowHasShouldBeRefused(String time) {
        String impossible = new Cursor(Instant.parse(time), new UUID(0, 0)).encoded();

        assertThatThrownBy(() -> PageRequest.of(null, impossible))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(400));
    }

    @Test
    void firstPageShouldBeginBeforeTheNewest() {
        PageRequest request = PageRequest.of(null, null);

        assertThat(request.after()).isEqualTo(Cursor.NEWEST);
        assertThat(request.limit()).isEqualTo(50);
        assertThat(request.rowsToRead()).isEqualTo(51);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "501", "-1", "many", "", "1.5", "99999999999"})
    void limitShouldBeRefusedUnlessItIsOneToFiveHundred(String limit) {
        assertThatThrownBy(() -> PageRequest.of(limit, null))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "!!!", "bm90IGEgY3Vyc29y", "MjAyNi0wMy0wMVQxMDowMDowMFo"})
    void cursorThatIsNotOursShouldBeRefused(String cursor) {
        assertThatThrownBy(() -> PageRequest.of(null, cursor))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().errors()).isNotEmpty());
    }

    @Test
    void pageShouldNameTheNextOnlyWhenThereIsMore() {
        PageRequest one = PageRequest.of("1", null);

        Page<Cursor> more = Page.of(List.of(A, B), one, Function.identity(), Function.identity());
        Page<Cursor> last = Page.of(List.of(A), one, Function.identity(), Function.identity());

        assertThat(more.items()).containsExactly(A);
        assertThat(PageRequest.of(null, more.nextCursor()).after()).isEqualTo(A);
        assertThat(last.nextCursor()).isNull();
    }
}
