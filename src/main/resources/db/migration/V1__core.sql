-- The rows of Lethe. The row is the truth, a message is only the push: everything that a worker may do is said here.
-- Rows are never deleted: the history of a deletion must be readable for as long as anybody may ask for it.

create table account (
    id            uuid primary key,
    login         text not null unique,
    -- either a password, or an outside provider and whom it knows by this name
    password_hash text,
    issuer        text,
    subject       text,
    roles         text[] not null,
    created_at    timestamptz not null default now(),
    disabled_at   timestamptz,
    -- null: as many as the settings say
    quota_bytes   bigint,
    unique (issuer, subject),
    check (password_hash is not null and issuer is null and subject is null
        or password_hash is null and issuer is not null and subject is not null)
);

-- API tokens. The token itself is nowhere; it has 256 random bits, so its SHA-256 can be neither guessed nor reversed.
-- last_used_at is exact to a minute.
create table account_token (
    id           uuid primary key,
    account_id   uuid not null references account,
    name         text not null,
    scopes       text[] not null,
    hash         text not null unique,
    created_at   timestamptz not null default now(),
    expires_at   timestamptz not null,
    last_used_at timestamptz,
    revoked_at   timestamptz
);
create index account_token_newest on account_token (account_id, created_at desc, id desc) where revoked_at is null;

create table album (
    id          uuid primary key,
    owner_id    uuid not null references account,
    name        text not null,
    -- counts only while the photo is in the album and live
    cover_photo_id uuid,
    -- of the photos that are STORED in it: see V3__upload.sql
    photos      bigint not null default 0,
    bytes       bigint not null default 0,
    created_at  timestamptz not null default now(),
    deletion_id uuid,
    deleted_at  timestamptz
);
create index album_newest on album (owner_id, created_at desc, id desc);

create table photo (
    id           uuid primary key,
    album_id     uuid not null references album,
    owner_id     uuid not null,
    state        text not null check (state in ('UPLOADING', 'STORED', 'DELETED', 'ABANDONED', 'PURGED')),
    filename     text,
    content_type text not null,
    -- until it is STORED what was announced, if it was
    bytes        bigint,
    sha256       text,
    created_at   timestamptz not null default now(),
    deletion_id  uuid,
    -- what the file says of itself; the time is that of the camera's clock, where it was
    width        int,
    height       int,
    orientation  int,
    taken_at     timestamp,
    taken_offset text,
    camera_make  text,
    camera_model text,
    -- the transaction in which it last became a photo of its album that can be seen, set by a trigger: whether it was
    -- one at the moment of a dry run is then a question to that moment's pg_snapshot, which no clock answers exactly
    joined       xid8 not null default pg_current_xact_id()
);
create index photo_newest on photo (album_id, created_at desc, id desc) where state = 'STORED';
create index photo_in_time on photo (owner_id, (coalesce(taken_at, created_at at time zone 'UTC')) desc, id desc)
    where state = 'STORED';
create index photo_of_deletion on photo (deletion_id, created_at, id) where state in ('DELETED', 'ABANDONED');
create index photo_uploading on photo (created_at) where state = 'UPLOADING';

-- A photo has files. All of them are announced with it, thumbnails too, so that whoever removes them knows them all.
-- Keys are made by the server and never used again. The bytes are those of a thumbnail that is made.
create table photo_file (
    key      uuid primary key,
    photo_id uuid not null references photo,
    kind     text not null check (kind in ('ORIGINAL', 'SMALL', 'LARGE', 'PART')),
    bytes    int,
    -- of a photo that comes in pieces, which may be many
    part     bigint not null default 0,
    unique (photo_id, kind, part)
);

-- Photos that wait for their thumbnails. The lock of a row is the right to write them.
create table thumbnail_pending (
    photo_id  uuid primary key,
    begun     int not null default 0,
    pushed_at timestamptz not null default now()
);
create index thumbnail_pending_longest on thumbnail_pending (pushed_at);

create table deletion (
    id            uuid primary key,
    owner_id      uuid not null,
    kind          text not null check (kind in ('ALBUM', 'PHOTOS', 'UPLOAD')),
    album_id      uuid,
    state         text not null
        check (state in ('HELD', 'CANCELLED', 'REQUESTED', 'PLANNING', 'REMOVING', 'COMPLETED', 'COMPLETED_WITH_FAILURES', 'RESTORED')),
    requested_at  timestamptz not null default now(),
    due_at        timestamptz not null default now(),
    -- how far planning has come: the next page, and the last photo of the page before
    next_page     int not null default 0,
    after_created timestamptz,
    after_id      uuid,
    photos        bigint not null default 0,
    files         bigint not null default 0,
    progressed_at timestamptz not null default now(),
    completed_at  timestamptz,
    -- of one that the brake has looked at: how many photos it counted; and while it is held: why, until when, and what is
    -- needed to carry it out
    counted_photos bigint,
    held_because   text,
    held_until     timestamptz,
    held_photo_ids uuid[],
    held_window_ms bigint,
    -- of a snapshot: how many photos it had, and where those went that had come to the album since
    snapshot_id     uuid,
    snapshot_photos bigint,
    kept_album_id   uuid,
    kept_photos     bigint
);
create index deletion_newest on deletion (owner_id, requested_at desc, id desc);
create index deletion_by_state on deletion (owner_id, state, requested_at desc, id desc);
create index deletion_held on deletion (held_until) where state = 'HELD';
create index deletion_unfinished on deletion (state, progressed_at)
    where state in ('REQUESTED', 'PLANNING', 'REMOVING');

-- Files that are removed from one storage together: one row is one message, and at most one failure. It begins as a
-- chunk of a page; a file that fails leaves it for a row of its own. A file stands in exactly one row for
-- each storage: rows are inserted under the lock of the deletion and with the photo's change of state, which happens once.
create table file_removal (
    id             bigint generated always as identity primary key,
    deletion_id    uuid not null,
    storage        text not null,
    file_keys      uuid[] not null,
    files          int not null generated always as (cardinality(file_keys)) stored,
    state          text not null check (state in ('WAITING', 'GONE', 'FAILED', 'WAIVED')),
    generation     int not null default 1,
    pushed_at      timestamptz not null default now(),
    settled_at     timestamptz,
    -- the removal that the file was a part of before it went on alone, and the last generation in which it was
    separated_from bigint,
    separated_in   int
);
create index file_removal_not_gone on file_removal (deletion_id, storage, state) where state <> 'GONE';

-- What was tried and failed, written outside of the transaction that is rolled back by the failure.
-- One row for a message: of a removal or, without storage and removal, of a page of planning.
create table removal_attempt (
    id          bigint generated always as identity primary key,
    deletion_id uuid not null,
    storage     text,
    removal_id  bigint,
    generation  int not null,
    -- false where the file failed as one of a chunk and was sent on alone: that does not use up an attempt
    counted     boolean not null,
    node        text not null,
    started_at  timestamptz not null,
    took_ms     bigint not null,
    cause       text not null,
    error       text not null
);
create index removal_attempt_of_deletion on removal_attempt (deletion_id);

create table failure (
    id             uuid primary key,
    kind           text not null check (kind in ('REMOVAL', 'PLAN', 'MESSAGE')),
    state          text not null check (state in ('OPEN', 'ASSIGNED', 'RETRIED', 'IGNORED', 'RESOLVED', 'VOID')),
    removal_id     bigint unique,
    deletion_id    uuid,
    owner_id       uuid,
    storage        text,
    queue          text not null,
    cause          text not null,
    error          text not null,
    message        text,
    times          int not null default 1,
    first_at       timestamptz not null default now(),
    last_at        timestamptz not null default now()
);
create index failure_newest on failure (first_at desc, id desc);
create index failure_open on failure (deletion_id) where state in ('OPEN', 'ASSIGNED');
create unique index failure_plan on failure (deletion_id) where kind = 'PLAN';

create table failure_event (
    id         bigint generated always as identity primary key,
    failure_id uuid not null references failure,
    at         timestamptz not null default now(),
    what       text not null,
    actor      text not null,
    detail     text not null
);
create index failure_event_of_failure on failure_event (failure_id, at, id);

-- Which directory (bucket, …) each storage was when this installation first used it. A storage that comes back as
-- another one, say an empty mount point, must never make files look gone.
create table storage (
    id       text primary key,
    identity uuid not null
);
