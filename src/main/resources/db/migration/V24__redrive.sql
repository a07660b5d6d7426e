-- Failures that a person sends again together. Which they are is fixed when it is made: an item for each.
create table redrive (
    id                    uuid primary key,
    state                 text not null check (state in ('RUNNING', 'PAUSED', 'STOPPED', 'CANCELLED', 'COMPLETED')),
    -- JSON of org.lethe.failure.FailureFilter
    filter                text not null,
    rate_per_second       int not null check (rate_per_second > 0),
    ramp                  int[] not null,
    stop_at_failure_ratio double precision not null,
    reason                text not null,
    created_by            text not null,
    created_at            timestamptz not null,
    ended_at              timestamptz,
    -- From 1; each resume after a stop begins the next, with the ramp from its first step
    run                   int not null default 1,
    -- When the rate lets the next item go
    next_at               timestamptz not null,
    -- The last change of its state that did not come by itself, or its stop
    changed_by            text,
    changed_at            timestamptz,
    changed_because       text
);
create index redrive_newest on redrive (created_at desc, id desc);
create index redrive_to_drive on redrive (created_at) where state in ('RUNNING', 'PAUSED', 'STOPPED');

-- An item changes under the lock of its redrive only. That it was sent is committed with the message, and with the row that
-- the message is for.
create table redrive_item (
    redrive_id uuid not null references redrive,
    position   int not null,
    failure_id uuid not null references failure,
    -- How often the failure had failed when it became an item: at another number somebody has sent it meanwhile
    times      int not null,
    outcome    text not null default 'WAITING'
        check (outcome in ('WAITING', 'SENT', 'SUCCEEDED', 'FAILED_AGAIN', 'SKIPPED')),
    -- In which run it was sent, after which generation of its removal, and as which page of a planning
    run        int,
    generation int,
    page       int,
    sent_at    timestamptz,
    ended_at   timestamptz,
    why        text,
    primary key (redrive_id, position)
);
create index redrive_item_by_outcome on redrive_item (redrive_id, outcome, position) include (run);
create index redrive_item_on_its_way on redrive_item (redrive_id) where outcome = 'SENT';

-- What became of the files that left a removal that was sent again
create index file_removal_separated on file_removal (separated_from) where separated_from is not null;
