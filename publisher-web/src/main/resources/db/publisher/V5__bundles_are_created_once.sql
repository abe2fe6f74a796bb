-- What its publisher called a creation: repeated, it finds the bundle it made.
alter table publisher_bundle add column creation_key varchar(100);
alter table publisher_bundle add constraint publisher_bundle_once unique (publisher_id, creation_key);
