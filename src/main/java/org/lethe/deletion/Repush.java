package org.lethe.deletion;

import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lethe.storage.StorageId;

/** Groups rows that are pushed again into messages: one message is of one deletion and one generation. */
final class Repush {

    private record Group(UUID deletion, int generation) {}

    private Repush() {}

    static List<RemoveFilesMessage> messages(StorageId storage, List<Tuple> rows) {
        Map<Group, List<Long>> groups = new LinkedHashMap<>();
        for (Tuple row : rows) {
            Group group = new Group(row.get(0, UUID.class), row.get(1, Integer.class));
            groups.computeIfAbsent(group, none -> new ArrayList<>()).add(row.get(2, Long.class));
        }
        return groups.entrySet().stream()
                .map(group -> new RemoveFilesMessage(
                        group.getKey().deletion(), storage, group.getKey().generation(), group.getValue()))
                .toList();
    }
}
