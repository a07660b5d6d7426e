-- A removal that waits for a date: until then nothing is tried. pushed_at is that date too, so that nobody takes its message
-- for lost before.
alter table file_removal
    add column held_until   timestamptz,
    add column held_because text,
    add column held_since   timestamptz;
create index file_removal_held on file_removal (held_since desc, id desc)
    where held_until is not null and state = 'WAITING';

-- Of which kind the trouble was (org.lethe.errorpolicy.ErrorKind), and until when the removal was held because of it
alter table removal_attempt
    add column kind       text,
    add column held_until timestamptz;
alter table failure add column error_kind text;
-- Each dead letter asks for the attempts of its own removal, of which its deletion may have very many
create index removal_attempt_of_removal on removal_attempt (removal_id, id) where removal_id is not null;
