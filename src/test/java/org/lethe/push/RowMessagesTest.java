package org.lethe.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowMessagesTest {

    private static final String JSON = "{\"version\":1,\"type\":\"SendCallback\","
            + "\"deletionId\":\"0198f6c2-7c11-7d2e-8a4b-5c6d7e8f9a0b\",\"generation\":2}";

    private final RowMessages messages = new RowMessages("a.queue", "SendCallback", "deletionId");
    private final RowMessage message = new RowMessage(UUID.fromString("0198f6c2-7c11-7d2e-8a4b-5c6d7e8f9a0b"), 2);

    @Test
    void aMessageShouldBeWrittenAsItIsRead() {
        assertThat(messages.write(message)).isEqualTo(JSON);
        assertThat(messages.read(JSON)).contains(message);
        assertThat(messages.read(JSON.replace("}", ",\"new\":true}"))).contains(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"version\":2,\"type\":\"SendCallback\",\"deletionId\":\"0198f6c2-7c11-7d2e-8a4b-5c6d7e8f9a0b\",\"generation\":2}",
                "{\"version\":1,\"type\":\"PlanRemoval\",\"deletionId\":\"0198f6c2-7c11-7d2e-8a4b-5c6d7e8f9a0b\",\"generation\":2}",
                "{\"version\":1,\"type\":\"SendCallback\",\"deletionId\":\"none\",\"generation\":2}",
                "{\"version\":1,\"type\":\"SendCallback\",\"deletionId\":\"0198f6c2-7c11-7d2e-8a4b-5c6d7e8f9a0b\",\"generation\":2.5}"
            })
    void whatIsNotOursShouldNotBeRead(String text) {
        assertThat(messages.read(text)).isEmpty();
    }
}
