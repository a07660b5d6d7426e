package org.lethe.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.lethe.problem.ProblemException;

class EventStreamTest {

    private static final Duration NEVER = Duration.ofDays(1);
    private static final UUID ACCOUNT = UUID.randomUUID();

    private final Told told = new Told();

    @Test
    void aClientShouldBeToldWhatItHasNotSeenOnce() {
        EventStream stream = stream("a", NEVER, () -> true);

        stream.tell(new State("b", false), NEVER);
        stream.tell(new State("b", false), NEVER);

        assertThat(told.events).containsExactly("since a: b");
        assertThat(stream.needs(new State("b", false), NEVER)).isFalse();
        assertThat(stream.needs(new State("c", false), NEVER)).isTrue();
    }

    @Test
    void aSilentStreamShouldHaveAHeartbeat() {
        EventStream stream = stream("b", NEVER, () -> true);

        stream.tell(new State("b", false), Duration.ZERO);

        assertThat(told.events).containsExactly("heartbeat");
    }

    @Test
    void aStreamShouldEndWithItsLoginWithoutAnotherWord() {
        EventStream stream = stream("a", NEVER, () -> false);

        stream.tell(new State("b", false), Duration.ZERO);

        assertThat(told.events).containsExactly("closed");
        assertThat(stream.isClosed()).isTrue();
    }

    @Test
    void aStreamShouldEndAfterItsLifetimeAndAfterTheLastEvent() {
        stream("a", Duration.ZERO, () -> true).tell(new State("b", false), NEVER);
        stream("a", NEVER, () -> true).tell(new State("c", true), NEVER);

        assertThat(told.events).containsExactly("since a: b", "closed", "since a: c", "closed");
    }

    @Test
    void aClientThatIsGoneShouldMakeRoomForAnother() {
        OpenStreams open = new OpenStreams(2, 1, "things");
        EventStream stream = stream(null, NEVER, () -> true);
        open.add(stream);
        assertThatThrownBy(() -> open.requireRoomFor(ACCOUNT)).isInstanceOf(ProblemException.class);
        told.broken = true;

        stream.tell(new State("b", false), NEVER);

        assertThat(open.open()).isEmpty();
        open.requireRoomFor(ACCOUNT);
    }

    @Test
    void aClientThatHasLeftShouldBeFoundWhenItsPlaceIsWanted() {
        OpenStreams open = new OpenStreams(2, 1, "things");
        open.add(stream(null, NEVER, () -> true));
        told.broken = true;

        open.requireRoomFor(ACCOUNT);

        assertThat(open.open()).isEmpty();
    }

    private EventStream stream(String lastId, Duration lifetime, BooleanSupplier mayGoOn) {
        return new EventStream(new EventStream.Watcher(ACCOUNT, ACCOUNT, mayGoOn), told, lastId, lifetime);
    }

    private record State(String id, boolean isLast) implements Telling {
        @Override
        public List<StreamEvent> since(String lastId) {
            return List.of(new StreamEvent(id, "state", "since " + lastId + ": " + id));
        }
    }

    private static final class Told implements Outlet {
        private final List<String> events = new ArrayList<>();
        private boolean broken;

        @Override
        public void event(StreamEvent event) {
            if (broken) {
                throw new IllegalStateException("gone");
            }
            events.add((String) event.data());
        }

        @Override
        public void heartbeat() {
            if (broken) {
                throw new IllegalStateException("gone");
            }
            events.add("heartbeat");
        }

        @Override
        public void close() {
            events.add("closed");
        }
    }
}
