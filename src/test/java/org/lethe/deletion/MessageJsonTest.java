package org.lethe.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.storage.StorageId;

class MessageJsonTest {

    private static final UUID DELETION = UUID.fromString("01a1facb-35b1-74c6-938d-ce193ba07af0");

    @Test
    void planRemovalShouldBeWrittenAndReadAsVersionOne() {
        String json =
                "{\"version\":1,\"type\":\"PlanRemoval\",\"deletionId\":\"01a1facb-35b1-74c6-938d-ce193ba07af0\",\"page\":3}";
        PlanRemovalMessage message = new PlanRemovalMessage(DELETION, 3);

        assertThat(MessageJson.write(message)).isEqualTo(json);
        assertThat(MessageJson.read(json)).isEqualTo(message);
    }

    @Test
    void removeFilesShouldBeWrittenAndReadAsVersionOne() {
        String json = "{\"version\":1,\"type\":\"RemoveFiles\",\"deletionId\":\"01a1facb-35b1-74c6-938d-ce193ba07af0\","
                + "\"storage\":\"backup\",\"generation\":2,\"removalId\":9000000000}";
        RemoveFilesMessage message = new RemoveFilesMessage(DELETION, StorageId.BACKUP, 2, 9_000_000_000L);

        assertThat(MessageJson.write(message)).isEqualTo(json);
        assertThat(MessageJson.read(json)).isEqualTo(message);
    }

    @Test
    void membersThatALaterReleaseAddsShouldBeIgnored() {
        String json = "{\"version\":1,\"type\":\"PlanRemoval\",\"deletionId\":\"" + DELETION
                + "\",\"page\":0,\"traceparent\":\"00-0af7\"}";

        assertThat(MessageJson.read(json)).isEqualTo(new PlanRemovalMessage(DELETION, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "not json",
                "[]",
                "{}",
                "{\"version\":2,\"type\":\"PlanRemoval\",\"deletionId\":\"01a1facb-35b1-74c6-938d-ce193ba07af0\",\"page\":0}",
                "{\"version\":1,\"type\":\"DropEverything\",\"deletionId\":\"01a1facb-35b1-74c6-938d-ce193ba07af0\"}",
                "{\"version\":1,\"type\":\"PlanRemoval\",\"deletionId\":\"everything\",\"page\":0}",
                "{\"version\":1,\"type\":\"PlanRemoval\",\"deletionId\":\"01a1facb-35b1-74c6-938d-ce193ba07af0\"}",
                "{\"version\":\"1\",\"type\":\"PlanRemoval\",\"deletionId\":\"01a1facb-35b1-74c6-938d-ce193ba07af0\",\"page\":0}",
                "{\"version\":1,\"type\":\"RemoveFiles\",\"deletionId\":\"01a1facb-35b1-74c6-938d-ce193ba07af0\",\"storage\":\"main\",\"generation\":1}",
                "{\"version\":1,\"type\":\"RemoveFiles\",\"deletionId\":\"01a1facb-35b1-74c6-938d-ce193ba07af0\",\"storage\":\"tape\",\"generation\":1,\"removalId\":1}",
                "{\"version\":1,\"type\":\"RemoveFiles\",\"deletionId\":\"01a1facb-35b1-74c6-938d-ce193ba07af0\",\"storage\":\"main\",\"generation\":1,\"removalId\":1.5}",
                "{\"version\":1,\"type\":\"RemoveFiles\",\"deletionId\":\"01a1facb-35b1-74c6-938d-ce193ba07af0\",\"storage\":\"main\",\"generation\":1,\"removalId\":\"1\"}",
                "{\"version\":1,\"type\":\"RemoveFiles\",\"deletionId\":\"01a1facb-35b1-74c6-938d-ce193ba07af0\",\"storage\":\"main\",\"generation\":1,\"removalId\":[1]}"
            })
    void anythingElseShouldBeUnreadable(String text) {
        assertThatThrownBy(() -> MessageJson.read(text)).isInstanceOf(UnreadableMessageException.class);
    }
}
