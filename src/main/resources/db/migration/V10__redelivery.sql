-- What each queue's redelivery is set to: every version that ever was, only ever added to.
create table redelivery_version (
    queue         text not null,
    version       int not null check (version > 0),
    -- JSON of org.lethe.redelivery.Policy
    policy        text not null,
    -- The broker's whole entry for the address, as its own JSON, and whether the queue is paused
    address       text not null,
    paused        boolean not null,
    reason        text not null,
    author        text not null,
    -- Of the moment, not of the transaction's begin: under the lock of the state versions follow each other in time
    at            timestamptz not null default clock_timestamp(),
    restored_from int,
    primary key (queue, version)
);

create function redelivery_refuse() returns trigger language plpgsql as $$
begin
    raise exception 'versions of redelivery settings are only ever added to: % is refused', tg_op
        using errcode = 'insufficient_privilege';
end
$$;
create trigger redelivery_version_kept before update or delete or truncate on redelivery_version
    for each statement execute function redelivery_refuse();

-- Which version is the present one, and which one the broker was last seen to have. Whoever changes or tells a policy
-- holds the lock of this row, so that nobody takes what is being told for a change by hand.
create table redelivery_state (
    queue             text primary key,
    version           int not null,
    confirmed_version int not null,
    confirmed_at      timestamptz not null default now(),
    drift_since       timestamptz,
    foreign key (queue, version) references redelivery_version,
    foreign key (queue, confirmed_version) references redelivery_version (queue, version)
);
