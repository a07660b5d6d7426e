-- When a test last arrived over a channel; what was delivered over it says its own row.
alter table notification_channel add column reached_at timestamptz;

-- Whether what was given up over a channel was followed by anything that arrived is asked every few seconds.
create index notification_given_up on notification (channel_id, failed_at) where state = 'FAILED';
create index notification_delivered on notification (channel_id, delivered_at) where state = 'DELIVERED';
