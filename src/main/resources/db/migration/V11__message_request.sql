-- Requests for deletions that came by a message and were accepted: who waits for replies, and by what the same request is
-- known when it comes again. The message's token stands nowhere.
create table message_request (
    owner_id    uuid not null references account,
    -- what its owner named it, or the message's id
    key         text not null,
    deletion_id uuid not null,
    -- SHA-256 of the text
    fingerprint text not null,
    -- the queue, and by what its reader knows the reply; null when nobody waits
    reply_to    text,
    correlation text,
    asked_at    timestamptz not null default now(),
    primary key (owner_id, key),
    check ((reply_to is null) = (correlation is null))
);
create index message_request_of_deletion on message_request (deletion_id);
