-- When and why a bundle was taken back; both are null again once it is published anew.
alter table publisher_bundle add column withdrawn timestamp with time zone;
alter table publisher_bundle add column withdrawal_reason varchar(200);
