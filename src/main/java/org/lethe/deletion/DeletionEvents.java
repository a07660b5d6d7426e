package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.Optional;
import org.lethe.callback.AnnounceEnd;
import org.lethe.event.CloudEvent;
import org.lethe.event.Event;
import org.lethe.event.EventMessages;
import org.lethe.reply.AnswerRequesters;

/**
 * Tells subscribers when a deletion becomes another state, and at its end who asked to be called back or asked by a message,
 * in the transaction in which it does. One event for each such change, whatever the deletion's size. Of what a failed upload left nobody is told: no person asked for it.
 */
@Dependent
class DeletionEvents {

    /** Looked up once: {@code Json} would search every archive for it each time. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private static final String PREFIX = "org.lethe.deletion.";

    private final EventMessages messages;
    private final AnnounceEnd announceEnd;
    private final AnswerRequesters requesters;

    @Inject
    DeletionEvents(EventMessages messages, AnnounceEnd announceEnd, AnswerRequesters requesters) {
        this.messages = messages;
        this.requesters = requesters;
        this.announceEnd = announceEnd;
    }

    /** @param what has happened to it, in the past tense: the end of the event's type */
    void tell(String what, Deletion deletion) {
        if (deletion.kind() != DeletionKind.UPLOAD) {
            CloudEvent told =
                    CloudEvent.of(new Event(PREFIX + what, deletion.id(), deletion.ownerId(), data(deletion)));
            messages.send(told);
            if (deletion.state().isOver()) {
                announceEnd.of(deletion.id(), told);
                requesters.ended(deletion.id(), told);
            }
        }
    }

    /** What is told of the end of a deletion that is over, made anew: nobody is told. */
    CloudEvent endOf(Deletion deletion) {
        return CloudEvent.of(
                new Event(PREFIX + deletion.state().end(), deletion.id(), deletion.ownerId(), data(deletion)));
    }

    private static JsonObject data(Deletion deletion) {
        JsonObjectBuilder data = JSON.createObjectBuilder()
                .add("deletionId", deletion.id().toString())
                .add("ownerId", deletion.ownerId().toString())
                .add("kind", deletion.kind().name())
                .add("state", deletion.state().name())
                .add("photos", deletion.photos())
                .add("files", deletion.files());
        Optional.ofNullable(deletion.albumId()).ifPresent(album -> data.add("albumId", album.toString()));
        return data.build();
    }
}
