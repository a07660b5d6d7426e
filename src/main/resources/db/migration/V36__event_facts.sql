-- What an act on a failure says besides its reason: to whom it is assigned; until when they are to have seen to it, or such
-- failures are ignored; and of an act on many, how many and which.
alter table failure_event
    add column assignee text,
    add column until    timestamptz,
    add column one_of   bigint,
    add column act_id   uuid;
