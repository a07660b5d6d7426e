package org.lethe.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WalkChainTest {

    private static final List<String> CHANGED = List.of(
            "00000000-0000-0000-0000-000000000000",
            "2031-12-24T18:00:00.000001Z",
            "eve",
            "NOTHING",
            "x",
            "x",
            "",
            "x",
            "{}");

    @Test
    void aChainThatIsAsItWasWrittenShouldBeIntactToItsHead() {
        List<ChainedEntry> chain = chain(3);

        WalkChain walk = walk(chain, headOf(chain), Optional.empty());

        assertThat(walk.fault()).isEmpty();
        assertThat(walk.last()).isEqualTo(headOf(chain));
    }

    @Test
    void nothingShouldBeAnIntactChain() {
        assertThat(walk(List.of(), ChainHead.START, Optional.empty()).fault()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    void aChangeOfAnyFieldShouldBeSeen(int field) {
        List<ChainedEntry> chain = chain(3);
        ChainedEntry second = chain.get(1);
        List<String> fields = fields(second.entry());
        fields.set(field, CHANGED.get(field));
        chain.set(1, new ChainedEntry(2, second.hash(), entry(fields)));

        assertThat(walk(chain, headOf(chain), Optional.empty()).fault()).hasValueSatisfying(fault -> {
            assertThat(fault.seq()).isEqualTo(2);
            assertThat(fault.kind()).isEqualTo(ChainFault.Kind.CHANGED);
        });
    }

    @Test
    void aGapShouldBeSeenWhereItIs() {
        List<ChainedEntry> chain = chain(5);
        ChainHead head = headOf(chain);
        chain.remove(2);

        assertThat(walk(chain, head, Optional.empty()).fault()).hasValueSatisfying(fault -> {
            assertThat(fault.seq()).isEqualTo(3);
            assertThat(fault.kind()).isEqualTo(ChainFault.Kind.MISSING);
        });
    }

    @Test
    void whatIsCutOffAtTheEndShouldBeSeenByTheHead() {
        List<ChainedEntry> chain = chain(5);

        assertThat(walk(chain.subList(0, 3), headOf(chain), Optional.empty()).fault())
                .hasValueSatisfying(fault -> {
                    assertThat(fault.seq()).isEqualTo(4);
                    assertThat(fault.kind()).isEqualTo(ChainFault.Kind.MISSING);
                });
    }

    @Test
    void whatIsCutOffWithTheHeadSetBackShouldBeSeenByTheHeadThatWasKept() {
        List<ChainedEntry> chain = chain(5);
        List<ChainedEntry> cut = chain.subList(0, 3);

        assertThat(walk(cut, headOf(cut), Optional.empty()).fault()).isEmpty();
        assertThat(walk(cut, headOf(cut), Optional.of(headOf(chain))).fault()).hasValueSatisfying(fault -> {
            assertThat(fault.seq()).isEqualTo(4);
            assertThat(fault.kind()).isEqualTo(ChainFault.Kind.MISSING);
        });
    }

    @Test
    void aChainThatWasMadeAnewShouldBeSeenByAHeadThatWasKept() {
        ChainHead kept = headOf(chain(3));
        List<ChainedEntry> anew = chain(5);

        assertThat(walk(anew, headOf(anew), Optional.of(kept)).fault()).hasValueSatisfying(fault -> {
            assertThat(fault.seq()).isEqualTo(3);
            assertThat(fault.kind()).isEqualTo(ChainFault.Kind.NOT_AS_KEPT);
        });
    }

    @Test
    void anotherHeadThanTheLastEntrysShouldBeSeen() {
        List<ChainedEntry> chain = chain(2);

        assertThat(walk(chain, new ChainHead(2, "f".repeat(64)), Optional.empty())
                        .fault())
                .hasValueSatisfying(fault -> assertThat(fault.kind()).isEqualTo(ChainFault.Kind.HEAD_CHANGED));
    }

    private static WalkChain walk(List<ChainedEntry> entries, ChainHead head, Optional<ChainHead> kept) {
        WalkChain walk = new WalkChain(head, kept);
        entries.forEach(walk::see);
        walk.end();
        return walk;
    }

    private static List<ChainedEntry> chain(int length) {
        List<ChainedEntry> chain = new ArrayList<>();
        String before = ChainHead.START.hash();
        for (int seq = 1; seq <= length; seq++) {
            ChainedEntry unhashed = new ChainedEntry(seq, "", entry(seq));
            before = unhashed.hashAfter(before);
            chain.add(new ChainedEntry(seq, before, unhashed.entry()));
        }
        return chain;
    }

    private static ChainHead headOf(List<ChainedEntry> chain) {
        ChainedEntry last = chain.get(chain.size() - 1);
        return new ChainHead(last.seq(), last.hash());
    }

    private static AuditEntry entry(int seq) {
        return new AuditEntry(
                UUID.randomUUID(),
                Instant.parse("2031-12-24T18:00:00Z").plusSeconds(seq),
                "system",
                "ACCOUNT_ADDED",
                "account",
                "subject " + seq,
                null,
                null,
                "{\"n\":" + seq + "}");
    }

    private static List<String> fields(AuditEntry entry) {
        return new ArrayList<>(Arrays.asList(
                entry.id().toString(),
                entry.at().toString(),
                entry.actor(),
                entry.action(),
                entry.subjectType(),
                entry.subject(),
                entry.address(),
                entry.requestId(),
                entry.details()));
    }

    private static AuditEntry entry(List<String> fields) {
        return new AuditEntry(
                UUID.fromString(fields.get(0)),
                Instant.parse(fields.get(1)),
                fields.get(2),
                fields.get(3),
                fields.get(4),
                fields.get(5),
                fields.get(6),
                fields.get(7),
                fields.get(8));
    }
}
