-- Who wants to be called back when a deletion ends. What is told is fixed in the transaction of the end.
create table callback (
    deletion_id  uuid primary key,
    owner_id     uuid not null,
    url          text not null,
    state        text not null default 'WAITING' check (state in ('WAITING', 'SENDING', 'DELIVERED', 'FAILED')),
    -- raised each time that a message is sent, so that an older one has nothing to do
    generation   int not null default 0,
    event_id     uuid,
    body         text,
    attempts     int not null default 0,
    last_error   text,
    created_at   timestamptz not null default now(),
    pushed_at    timestamptz,
    delivered_at timestamptz,
    check (state = 'WAITING' or event_id is not null and body is not null and pushed_at is not null)
);
create index callback_sending on callback (pushed_at) where state = 'SENDING';

-- When an account's secret for callbacks was replaced. The secrets stand nowhere: they are derived from the installation's
-- key, the account and the generation, of which the first has no row.
create table callback_secret (
    account_id uuid not null references account,
    generation int not null,
    since      timestamptz not null default now(),
    primary key (account_id, generation)
);
