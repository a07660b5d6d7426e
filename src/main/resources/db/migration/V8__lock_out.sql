-- Failed password checks, for all nodes: of a login from an address, of an address, of a login. Keys are hashes, since a
-- password is typed where the login belongs now and then. A row is forgotten some time after its last attempt.
create table sign_in_attempt (
    key        text primary key,
    failures   int not null default 0,
    last_at    timestamptz not null default now(),
    wait_until timestamptz not null default now()
);
create index sign_in_attempt_last on sign_in_attempt (last_at);

-- From where a login has signed in before: what others try elsewhere does not lock it out there.
create table sign_in_known (
    key     text primary key,
    last_at timestamptz not null default now()
);
create index sign_in_known_last on sign_in_known (last_at);
