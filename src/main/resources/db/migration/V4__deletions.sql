-- Stored, restored or moved: the photo joins its album. Set by the database, so that no statement can forget it.
create function photo_joins() returns trigger language plpgsql as
$$ begin new.joined := pg_current_xact_id(); return new; end $$;
create trigger photo_joins before update on photo for each row
    when (new.state = 'STORED' and (old.state <> 'STORED' or old.album_id <> new.album_id))
    execute function photo_joins();
create index photo_joined on photo (album_id, joined) where state = 'STORED';

-- What a dry run counted: the photos of an album that were there when it was taken, or photos that were named. It costs
-- the same for a large album as for a small one.
create table deletion_snapshot (
    id          uuid primary key,
    owner_id    uuid not null,
    album_id    uuid,
    photo_ids   uuid[],
    taken       pg_snapshot not null default pg_current_snapshot(),
    photos      bigint not null,
    files       bigint not null,
    bytes       bigint not null,
    expires_at  timestamptz not null,
    deletion_id uuid
);
create index deletion_snapshot_unused on deletion_snapshot (expires_at) where deletion_id is null;
