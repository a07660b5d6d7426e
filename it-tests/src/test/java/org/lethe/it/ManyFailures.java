package org.lethe.it;

import java.util.UUID;

/** 100,000 failures in 50 groups, as rows: of what they were about, nothing was ever there. */
public final class ManyFailures {
    public static final int COUNT = 100_000;

    private static final String SEED =
            "insert into failure (id, kind, state, deletion_id, owner_id, storage, queue, cause,"
                    + " error, files, times, first_at, last_at, assignee, due_at)"
                    + " select gen_random_uuid(), 'REMOVAL', (array['OPEN','OPEN','OPEN','OPEN','OPEN','OPEN','OPEN','ASSIGNED',"
                    + "'RESOLVED','IGNORED'])[1 + n / 50 % 10], md5('deletion' || n / 100)::uuid, ?,"
                    + " (array['main','backup'])[1 + n % 2], 'lethe.removal.' || (array['main','backup'])[1 + n % 2],"
                    + " 'scale of sort ' || chr(97 + n / 2 % 25), 'file ' || md5('file' || n)::uuid"
                    + " || ' failed: FileSystemException: Input/output error', 1, 1 + n % 5, now() - make_interval(secs => 2 * n),"
                    + " now() - make_interval(secs => n), case n / 50 % 10 when 7 then 'scale bob' end,"
                    + " case n / 50 % 10 when 7 then now() + make_interval(secs => n - 50000) end from generate_series(1, ?) n";

    private final Lethe lethe;
    private final UUID owner = UUID.randomUUID();

    private ManyFailures(Lethe lethe) {
        this.lethe = lethe;
    }

    public static ManyFailures add(Lethe lethe) {
        ManyFailures many = new ManyFailures(lethe);
        lethe.database().execute(SEED, many.owner, COUNT);
        lethe.database().execute("vacuum analyze failure");
        return many;
    }

    public UUID owner() {
        return owner;
    }

    /** One of them. */
    public String anyId() {
        return lethe.database()
                .texts("select id::text from failure where owner_id = ? limit 1", owner)
                .get(0);
    }

    public void forget() {
        lethe.database().execute("delete from failure where owner_id = ?", owner);
        lethe.database().execute("vacuum analyze failure");
    }
}
