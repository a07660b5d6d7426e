-- Who did what. An entry is written with the act itself, in its transaction, and linked into a chain when that transaction
-- ends: the hash of an entry covers everything in it, its number, and the hash before it. So a changed entry, a missing
-- one, and two that were exchanged can be seen; one missing at the end can be seen by whoever has kept the head.

create table audit_entry (
    id           uuid primary key,
    at           timestamptz not null default now(),
    actor        text not null,
    action       text not null,
    subject_type text not null,
    subject      text not null,
    address      text,
    request_id   text,
    -- JSON; text, because these very characters are hashed
    details      text not null
);
create index audit_entry_newest on audit_entry (at desc, id desc);
create index audit_entry_of_actor on audit_entry (actor, at desc, id desc);
create index audit_entry_of_action on audit_entry (action, at desc, id desc);
create index audit_entry_of_subject on audit_entry (subject, at desc, id desc);

create table audit_link (
    seq   bigint primary key,
    entry uuid not null unique references audit_entry,
    hash  text not null
);

-- The end of the chain, and what all nodes queue at, one transaction after the other.
create table audit_head (
    id   boolean primary key default true check (id),
    seq  bigint not null,
    hash text not null
);
insert into audit_head (seq, hash) values (0, repeat('0', 64));

-- A netstring: the number of its bytes in UTF-8, a colon, the text, a comma; what is absent is '-,'. No two lists of texts
-- have the same netstrings.
create function audit_netstring(field text) returns text language sql immutable as $$
    select coalesce(octet_length(convert_to(field, 'UTF8')) || ':' || field || ',', '-,')
$$;

-- What is hashed (SHA-256, of its UTF-8): netstrings of the version of this encoding, the number in the chain, the hash
-- before, and everything in the entry. Times are UTC with microseconds. org.lethe.audit.ChainedEntry has the same.
create function audit_text(seq bigint, hash_before text, entry audit_entry) returns text language sql stable as $$
    select audit_netstring('lethe-audit-1')
        || audit_netstring(seq::text)
        || audit_netstring(hash_before)
        || audit_netstring(entry.id::text)
        || audit_netstring(to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
        || audit_netstring(entry.actor)
        || audit_netstring(entry.action)
        || audit_netstring(entry.subject_type)
        || audit_netstring(entry.subject)
        || audit_netstring(entry.address)
        || audit_netstring(entry.request_id)
        || audit_netstring(entry.details)
$$;

-- Runs as the last thing of the transaction. So the head is locked for as short as can be, and after everything else:
-- whoever waits for it holds nothing that its holder still wants.
create function audit_chain() returns trigger language plpgsql set lock_timeout = '3s' as $$
declare
    head audit_head;
    next text;
begin
    select * into strict head from audit_head for update;
    next := encode(sha256(convert_to(audit_text(head.seq + 1, head.hash, new), 'UTF8')), 'hex');
    insert into audit_link (seq, entry, hash) values (head.seq + 1, new.id, next);
    update audit_head set seq = head.seq + 1, hash = next;
    return null;
end
$$;
create constraint trigger audit_entry_chained after insert on audit_entry
    deferrable initially deferred for each row execute function audit_chain();

-- Only ever added to; also by the owner of the tables, who would have to take the triggers away in plain sight.
create function audit_refuse() returns trigger language plpgsql as $$
begin
    raise exception 'the audit is only ever added to: % of % is refused', tg_op, tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;
create trigger audit_entry_kept before update or delete or truncate on audit_entry
    for each statement execute function audit_refuse();
create trigger audit_link_kept before update or delete or truncate on audit_link
    for each statement execute function audit_refuse();
create trigger audit_head_kept before delete or truncate on audit_head
    for each statement execute function audit_refuse();
