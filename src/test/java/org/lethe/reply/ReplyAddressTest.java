package org.lethe.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"lethe.reply.a", "lethe.reply.photo-shop.node_7", "lethe.reply.A.b.C.d.5"})
    void aQueueBelowThePrefixShouldBeTaken(String queue) {
        assertThat(ReplyAddress.of(queue)).contains(new ReplyAddress(queue));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lethe.reply",
                "lethe.reply.",
                "lethe.reply..a",
                "lethe.reply.a.",
                "lethe.replya",
                "lethe.reply.#",
                "lethe.reply.*",
                "lethe.reply.a::lethe.removal.main",
                "lethe.reply.a b",
                "lethe.reply.a\n",
                "lethe.reply.é",
                "lethe.removal.main",
                "lethe.dead",
                "lethe.event",
                "activemq.management",
                "queue://lethe.reply.a",
                "lethe.reply.a.b.c.d.e.f"
            })
    void anyOtherShouldNot(String queue) {
        assertThat(ReplyAddress.of(queue)).isEmpty();
    }
}
