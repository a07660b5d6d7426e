-- Whom to tell of what people must see to.
create table notification_channel (
    id         uuid primary key,
    -- JSON of org.lethe.notification.ChannelDocument: everything that may be seen
    document   text not null,
    -- what may not, sealed by a key that is derived from the installation's (AES-GCM: 12 bytes of nonce, then the rest)
    secret     bytea,
    version    int not null default 1,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    changed_by text not null,
    reason     text not null
);

-- What has happened and is not counted yet. Written in the transaction of what happens, and never fought over: only ever
-- added to there, and taken away by the one node that counts.
create table notification_happening (
    id      bigint generated always as identity primary key,
    at      timestamptz not null default clock_timestamp(),
    what    text not null check (what in ('FAILURE_OPENED', 'ERROR_NOTICED', 'BREAKER_OPENED', 'BREAKER_CLOSED')),
    -- of which kind, storage and cause; empty where there is none
    kind    text not null,
    storage text not null,
    cause   text not null,
    detail  text not null
);

-- What each channel was told of each group, and what it was not told yet.
create table notification_group (
    channel_id  uuid not null references notification_channel on delete cascade,
    subject     text not null check (subject in ('FAILURES', 'ERRORS', 'BREAKER')),
    kind        text not null,
    storage     text not null,
    cause       text not null,
    detail      text not null,
    -- how many were not told yet, the first of them and the last
    untold      bigint not null default 0,
    first_at    timestamptz not null,
    last_at     timestamptz not null,
    -- nothing is told before
    quiet_until timestamptz not null default 'epoch',
    -- how many were told since the last recovery, and since when; null: nothing to recover from
    told        bigint not null default 0,
    alarm_since timestamptz,
    -- when a breaker closed last
    settled_at  timestamptz,
    primary key (channel_id, subject, kind, storage, cause)
);

create table notification (
    id           uuid primary key,
    channel_id   uuid not null,
    channel_name text not null,
    what         text not null check (what in
        ('FAILURES_OPENED', 'FAILURES_SETTLED', 'ERRORS_NOTICED', 'BREAKER_OPENED', 'BREAKER_CLOSED')),
    kind         text not null,
    storage      text not null,
    cause        text not null,
    detail       text not null,
    count        bigint not null,
    since        timestamptz not null,
    until        timestamptz not null,
    state        text not null default 'SENDING' check (state in ('SENDING', 'DELIVERED', 'FAILED', 'CANCELLED')),
    -- raised each time that a message is sent, so that an older one has nothing to do
    generation   int not null default 1,
    attempts     int not null default 0,
    last_error   text,
    created_at   timestamptz not null,
    pushed_at    timestamptz not null default now(),
    delivered_at timestamptz,
    failed_at    timestamptz
);
create index notification_newest on notification (created_at desc, id desc);
create index notification_of_channel on notification (channel_id, created_at desc, id desc);
create index notification_sending on notification (pushed_at) where state = 'SENDING';
