package org.lethe.deletion;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.UUID;
import org.lethe.storage.StorageId;

/**
 * The JSON of the work queues, version 1. Unknown members are ignored, so that a later release may add some; an unknown
 * version or type is refused.
 */
public final class MessageJson {

    private static final int VERSION = 1;

    /** Looked up once: {@code Json} would search every archive for it each time. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private MessageJson() {}

    /** Writes a message. */
    public static String write(RemovalMessage message) {
        if (message instanceof PlanRemovalMessage plan) {
            return JSON.createObjectBuilder()
                    .add("version", VERSION)
                    .add("type", "PlanRemoval")
                    .add("deletionId", plan.deletionId().toString())
                    .add("page", plan.page())
                    .build()
                    .toString();
        }
        RemoveFilesMessage remove = (RemoveFilesMessage) message;
        return JSON.createObjectBuilder()
                .add("version", VERSION)
                .add("type", "RemoveFiles")
                .add("deletionId", remove.deletionId().toString())
                .add("storage", remove.storage().wireName())
                .add("generation", remove.generation())
                .add("removalId", remove.removalId())
                .build()
                .toString();
    }

    /**
     * Reads a message.
     *
     * @throws UnreadableMessageException when it is not JSON, of another version, of an unknown type or incomplete
     */
    public static RemovalMessage read(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            int version = json.getInt("version");
            if (version != VERSION) {
                throw new UnreadableMessageException("message version " + version + " is not known, only " + VERSION);
            }
            return message(json);
        } catch (JsonException notJson) {
            throw new UnreadableMessageException(
                    "not a message of this queue: not JSON (" + notJson.getMessage() + ")", notJson);
        } catch (NullPointerException | ClassCastException | ArithmeticException | IllegalArgumentException notOurs) {
            throw new UnreadableMessageException(
                    "not a message of this queue: a member is missing or is not what it should be", notOurs);
        }
    }

    private static RemovalMessage message(JsonObject json) {
        UUID deletion = UUID.fromString(json.getString("deletionId"));
        return switch (json.getString("type")) {
            case "PlanRemoval" -> new PlanRemovalMessage(deletion, json.getInt("page"));
            case "RemoveFiles" ->
                new RemoveFilesMessage(
                        deletion,
                        StorageId.of(json.getString("storage")),
                        json.getInt("generation"),
                        json.getJsonNumber("removalId").longValueExact());
            default -> throw new UnreadableMessageException("message type " + json.getString("type") + " is not known");
        };
    }
}
