-- A queue that is held back delivers nothing, whatever its policy says; confirmed_held is what the broker was last seen to be
-- told. Since resumed_at it runs again: what has waited for that has not been lost.
alter table redelivery_state
    add column held           boolean not null default false,
    add column confirmed_held boolean not null default false,
    add column resumed_at     timestamptz;

-- One breaker for each storage, for all nodes.
create table storage_breaker (
    storage                   text primary key,
    state                     text not null default 'CLOSED' check (state in ('CLOSED', 'OPEN', 'HALF_OPEN')),
    -- counts the changes of its state: what was begun before one says nothing any more after it
    version                   int not null default 1,
    since                     timestamptz not null default now(),
    why                       text not null default 'It has never been open',
    actor                     text not null default 'system',
    -- opened by a person, it stays open until a person closes it
    by_hand                   boolean not null default false,
    failed_probes             int not null default 0,
    good_probes               int not null default 0,
    next_probe_at             timestamptz not null default now(),
    -- how many there were; the last of them stand in storage_probe, each in its place
    probes                    bigint not null default 0,
    -- what somebody has set; all null: the node's settings count
    limits_version            int not null default 0,
    errors                    int,
    window_ms                 bigint,
    probe_interval_ms         bigint,
    longest_probe_interval_ms bigint,
    successes                 int,
    check (num_nulls(errors, window_ms, probe_interval_ms, longest_probe_interval_ms, successes) in (0, 5))
);
insert into storage_breaker (storage) values ('main'), ('backup');

-- What became of it, the newest hundred of each.
create table storage_breaker_event (
    id      bigint generated always as identity primary key,
    storage text not null,
    at      timestamptz not null,
    state   text not null,
    why     text not null,
    actor   text not null
);
create index storage_breaker_event_newest on storage_breaker_event (storage, id desc);

-- The last probes of each storage.
create table storage_probe (
    storage text not null,
    place   int not null,
    at      timestamptz not null,
    took_ms bigint not null,
    error   text,
    primary key (storage, place)
);

-- How many files are gone lately.
create index file_removal_settled on file_removal (settled_at) where state = 'GONE';
