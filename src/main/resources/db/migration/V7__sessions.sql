-- Sign-ins of the console. The random id stands in the browser's cookie only; it has 256 bits, so its SHA-256 can be neither
-- guessed nor reversed. last_used_at is exact to a minute. A session that ended is removed.
create table account_session (
    id           uuid primary key,
    account_id   uuid not null references account,
    hash         text not null unique,
    created_at   timestamptz not null default now(),
    last_used_at timestamptz not null default now(),
    expires_at   timestamptz not null
);
create index account_session_of_account on account_session (account_id, created_at);
create index account_session_end on account_session (expires_at);
