package org.lethe.deletion;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The removal from one storage of the files that one message asks for. Read only: {@link FileRemovals} changes it. */
@Entity
@Table(name = "file_removal")
public class FileRemoval {

    @Id
    private Long id;

    private UUID deletionId;
    private int generation;
    private Long separatedFrom;
    private Integer separatedIn;

    /** For the persistence provider. */
    protected FileRemoval() {}

    public long id() {
        return id;
    }

    public UUID deletionId() {
        return deletionId;
    }

    /** Counts how often it was sent anew; a message of an older one is ignored. */
    public int generation() {
        return generation;
    }

    /** The removal that its file was a part of before it went on alone; null when it was always by itself. */
    public Long separatedFrom() {
        return separatedFrom;
    }

    /** The last generation in which the file was a part of that removal; null when it was always by itself. */
    public Integer separatedIn() {
        return separatedIn;
    }
}
