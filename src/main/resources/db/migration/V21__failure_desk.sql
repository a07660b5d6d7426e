-- What has the same cause, on the same storage, is one group, and has one id for ever, wherever it is asked for.
create function failure_group(kind text, storage text, cause text) returns uuid language sql immutable parallel safe as $$
    select encode(substr(sha256(convert_to(kind || '/' || coalesce(storage, '') || '/' || cause, 'UTF8')), 1, 16), 'hex')::uuid
$$;

-- What is searched for: words, which begin and end at whatever is neither a letter nor a digit. So a part of a path or
-- of an id is a word. org.lethe.failure.SearchWords takes what is asked for apart in the same way.
create function failure_words(id uuid, deletion uuid, queue text, cause text, error text, message text)
    returns tsvector language sql immutable parallel safe as $$
    select to_tsvector('simple'::regconfig, translate(
        concat_ws(' ', id::text, deletion::text, queue, cause, left(error, 2000), left(message, 4000)),
        '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~', repeat(' ', 32)))
$$;

alter table failure
    -- how many files its removal had when it last failed
    add column files    int not null default 0,
    -- who sees to it, and until when; kept when it is settled
    add column assignee text,
    add column due_at   timestamptz,
    -- how it was resolved
    add column outcome  text,
    -- raised with each change, so that nobody overwrites what they have not seen
    add column version  int not null default 1,
    add column group_id uuid not null generated always as (failure_group(kind, storage, cause)) stored,
    add column words    tsvector not null generated always as (failure_words(id, deletion_id, queue, cause, error, message)) stored;

update failure f set files = r.files from file_removal r where r.id = f.removal_id;

create index failure_last on failure (last_at desc, id desc);
create index failure_times on failure (times desc, id desc);
create index failure_waiting on failure (first_at desc, id desc) where state in ('OPEN', 'ASSIGNED');
-- All that the figures of groups are made of: they are counted without reading the rows
create index failure_of_group on failure (group_id, state, last_at) include (first_at, files);
create index failure_of_deletion on failure (deletion_id, first_at desc, id desc);
create index failure_of_owner on failure (owner_id, first_at desc, id desc);
create index failure_of_assignee on failure (assignee, due_at) where state = 'ASSIGNED';
create index failure_by_words on failure using gin (words);
