-- What the live photos of each album are and weigh (album.photos, album.bytes). Counted here and not by whoever changes
-- photos, so that nothing can forget it, and by album, so that hiding an album of any size, and showing it again, changes
-- what its owner uses at once without touching a photo. Albums are locked in the order of their ids: two statements that
-- count in the same albums cannot wait for each other.
create function count_photos_of_albums() returns trigger language plpgsql as $$
declare
    changed record;
begin
    if tg_op = 'INSERT' then
        for changed in
            select album_id, count(*) as photos, coalesce(sum(bytes), 0) as bytes
            from after_rows where state = 'STORED' group by album_id order by album_id
        loop
            update album set photos = photos + changed.photos, bytes = bytes + changed.bytes
            where id = changed.album_id;
        end loop;
    else
        for changed in
            select album_id, sum(n) as photos, coalesce(sum(b), 0) as bytes
            from (select album_id, 1 as n, bytes as b from after_rows where state = 'STORED'
                  union all
                  select album_id, -1, -bytes from before_rows where state = 'STORED') counted
            group by album_id having sum(n) <> 0 or sum(b) <> 0 order by album_id
        loop
            update album set photos = photos + changed.photos, bytes = bytes + changed.bytes
            where id = changed.album_id;
        end loop;
    end if;
    return null;
end $$;

create trigger photo_inserted after insert on photo
    referencing new table as after_rows for each statement execute function count_photos_of_albums();
create trigger photo_updated after update on photo
    referencing old table as before_rows new table as after_rows
    for each statement execute function count_photos_of_albums();

-- The same bytes again: in the same album (a duplicate), or deleted before by the same owner. By a short hash of the
-- hash: a photo that changes its state gets a new entry each time.
create index photo_by_hash on photo (hashtextextended(sha256, 0)) where sha256 is not null;
create index photo_uploading_of_owner on photo (owner_id) where state = 'UPLOADING';
-- What an owner deleted and what is not yet proven to be gone.
create index deletion_not_over on deletion (owner_id) where state not in ('COMPLETED', 'RESTORED');

-- Uploads that come in pieces (tus). Each has a photo of the same id, UPLOADING, whose files are the parts as they came:
-- so they are counted, given up and removed as those of any other upload. photo_id is the photo that it became.
create table resumable_upload (
    id         uuid primary key references photo,
    owner_id   uuid not null,
    album_id   uuid not null,
    filename   text,
    metadata   text,
    bytes      bigint not null,
    received   bigint not null default 0,
    state      text not null check (state in ('OPEN', 'STORED', 'ENDED')),
    photo_id   uuid,
    expires_at timestamptz not null
);
create index resumable_upload_expiring on resumable_upload (expires_at) where state = 'OPEN';
create index resumable_upload_open on resumable_upload (owner_id) where state = 'OPEN';

-- The parts that count, each up to where the next one begins. A file of the photo that is not here was cut off.
create table upload_part (
    upload_id uuid not null references resumable_upload,
    position  bigint not null,
    key       uuid not null,
    primary key (upload_id, position)
);
create sequence photo_file_part;
