package org.lethe.it;

import java.util.List;
import java.util.UUID;

/** An album that was deleted, and whose files stay on main: a directory stands in the place of each. */
public final class StubbornFiles {
    private final Lethe lethe;
    private final LetheClient owner;
    private final List<UUID> keys;
    private final UUID deletion;

    private StubbornFiles(Lethe lethe, LetheClient owner, List<UUID> keys, UUID deletion) {
        this.lethe = lethe;
        this.owner = owner;
        this.keys = keys;
        this.deletion = deletion;
    }

    /** So many of them, each a failure by now. */
    public static StubbornFiles add(Lethe lethe, LetheClient owner, int count) {
        UUID album = owner.createAlbum("Stubborn");
        List<UUID> keys = SeedAlbum.add(lethe, album, count);
        keys.forEach(lethe.main()::block);
        UUID deletion = owner.awaitOver(owner.deleteAlbum(album).id()).id();
        StubbornFiles files = new StubbornFiles(lethe, owner, keys, deletion);
        LetheAssertions.assertThat(files.open()).isEqualTo(count);
        return files;
    }

    public UUID deletion() {
        return deletion;
    }

    /** From now on they can be removed. */
    public void unblock() {
        keys.forEach(lethe.main()::unblock);
    }

    /** How many are open failures. */
    public long open() {
        return lethe.database()
                .number("select count(*) from failure where deletion_id = ? and state = 'OPEN'", deletion);
    }

    /** Of each failure, how often somebody has sent it again, and the generation of its removal. */
    public List<String> timesSent() {
        return lethe.database()
                .texts(
                        "select count(e.id) || ', in generation ' || max(r.generation) from failure f"
                                + " join file_removal r on r.id = f.removal_id left join failure_event e"
                                + " on e.failure_id = f.id and e.what = 'retried' where f.deletion_id = ? group by f.id",
                        deletion);
    }

    /** Waits until all is gone. */
    public void awaitGone() {
        owner.await(deletion, now -> now.state().equals("COMPLETED"));
    }
}
