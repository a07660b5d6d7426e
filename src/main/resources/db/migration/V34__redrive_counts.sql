-- How many of a redrive's items are where, kept in its row, which whoever changes an item holds: to count all items at each
-- step took longer the more there were. Those of a run are of the present one.
alter table redrive
    add column waiting          bigint not null default 0,
    add column sent             bigint not null default 0,
    add column succeeded        bigint not null default 0,
    add column failed_again     bigint not null default 0,
    add column skipped          bigint not null default 0,
    add column run_sent         bigint not null default 0,
    add column run_succeeded    bigint not null default 0,
    add column run_failed_again bigint not null default 0;
update redrive r set
    waiting = n.waiting, sent = n.sent, succeeded = n.succeeded, failed_again = n.failed_again, skipped = n.skipped,
    run_sent = n.run_sent, run_succeeded = n.run_succeeded, run_failed_again = n.run_failed_again
    from (select i.redrive_id,
        count(*) filter (where i.outcome = 'WAITING') as waiting,
        count(*) filter (where i.outcome = 'SENT') as sent,
        count(*) filter (where i.outcome = 'SUCCEEDED') as succeeded,
        count(*) filter (where i.outcome = 'FAILED_AGAIN') as failed_again,
        count(*) filter (where i.outcome = 'SKIPPED') as skipped,
        count(*) filter (where i.run = d.run) as run_sent,
        count(*) filter (where i.run = d.run and i.outcome = 'SUCCEEDED') as run_succeeded,
        count(*) filter (where i.run = d.run and i.outcome = 'FAILED_AGAIN') as run_failed_again
        from redrive_item i join redrive d on d.id = i.redrive_id group by i.redrive_id) n
    where n.redrive_id = r.id;

-- The next that go: not behind all that went before them.
create index redrive_item_due on redrive_item (redrive_id, position) where outcome = 'WAITING';
drop index redrive_item_by_outcome;
create index redrive_item_by_outcome on redrive_item (redrive_id, outcome, position);
drop index redrive_to_drive;
create index redrive_to_drive on redrive (created_at) where state in ('RUNNING', 'PAUSED', 'STOPPED') or sent > 0;
