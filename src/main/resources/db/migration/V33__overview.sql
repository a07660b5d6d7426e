-- All owners' deletions, as operators list them. What is listed by state is listed newest first, too.
create index deletion_all_newest on deletion (requested_at desc, id desc);
create index deletion_state_newest on deletion (state, requested_at desc, id desc);
