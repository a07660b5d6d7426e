-- What becomes of failures, as people want it: every version that ever was, only ever added to. What is built in stands in
-- the code. The last version of a policy that was deleted says who did it.
create table error_policy_version (
    policy_id uuid not null,
    version   int not null check (version > 0),
    -- JSON of org.lethe.errorpolicy.ErrorPolicy
    document  text not null,
    deleted   boolean not null,
    reason    text not null,
    author    text not null,
    -- Of the moment, not of the transaction's begin: changes come one after the other, so versions follow each other in time
    at        timestamptz not null default clock_timestamp(),
    primary key (policy_id, version)
);

create function error_policy_refuse() returns trigger language plpgsql as $$
begin
    raise exception 'versions of error policies are only ever added to: % is refused', tg_op
        using errcode = 'insufficient_privilege';
end
$$;
create trigger error_policy_version_kept before update or delete or truncate on error_policy_version
    for each statement execute function error_policy_refuse();

-- The present version of each, and which failures it is about: null is any. One that ends may stand beside one that lasts.
create table error_policy (
    id      uuid primary key,
    version int not null,
    cause   text,
    kind    text,
    storage text,
    queue   text,
    ends    boolean not null,
    foreign key (id, version) references error_policy_version
);
create unique index error_policy_match on error_policy
    (coalesce(cause, ''), coalesce(kind, ''), coalesce(storage, ''), coalesce(queue, ''), ends);

-- One row: whoever changes a policy holds its lock, and raises it.
create table error_policy_state (
    only_row boolean primary key default true check (only_row),
    revision bigint not null default 0
);
insert into error_policy_state default values;

-- Of which failures administrators were told last, and when.
create table error_notice (
    policy_id uuid not null,
    cause     text not null,
    kind      text not null,
    storage   text not null,
    queue     text not null,
    told_at   timestamptz not null default now(),
    primary key (policy_id, cause, kind, storage, queue)
);
