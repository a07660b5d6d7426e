-- Requests that came with an Idempotency-Key, and what they were answered. Forgotten a day later.
-- A row without a status is held by a request that runs, until held_until at most; afterwards the same request may take
-- it up and finds by made_id what was made, if anything was.
create table idempotency_key (
    login        text not null,
    key          text not null,
    fingerprint  text not null,
    made_id      uuid not null,
    node         text not null,
    holder       uuid not null,
    held_until   timestamptz not null,
    created_at   timestamptz not null default now(),
    status       int,
    location     text,
    etag         text,
    content_type text,
    body         bytea,
    primary key (login, key)
);
create index idempotency_key_oldest on idempotency_key (created_at);
create index idempotency_key_held on idempotency_key (node) where status is null;
