package org.lethe.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lethe.photo.PhotoState.ABANDONED;
import static org.lethe.photo.PhotoState.DELETED;
import static org.lethe.photo.PhotoState.PURGED;
import static org.lethe.photo.PhotoState.STORED;
import static org.lethe.photo.PhotoState.UPLOADING;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PhotoStateTest {

    @Test
    void photoStatesShouldFollowTheTable() {
        Map<PhotoState, Set<PhotoState>> table = new EnumMap<>(PhotoState.class);
        table.put(UPLOADING, EnumSet.of(STORED, ABANDONED));
        table.put(STORED, EnumSet.of(DELETED));
        table.put(DELETED, EnumSet.of(STORED, PURGED));
        table.put(ABANDONED, EnumSet.of(PURGED));
        table.put(PURGED, EnumSet.noneOf(PhotoState.class));

        for (PhotoState state : PhotoState.values()) {
            assertThat(state.next()).as("after %s", state).isEqualTo(table.get(state));
        }
    }
}
