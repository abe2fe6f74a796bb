-- The bundle whose place this one takes; of each there is one such at most.
alter table publisher_bundle add column version_of uuid;
alter table publisher_bundle add constraint publisher_bundle_one_version unique (version_of);

-- The file of that bundle which this one is made of, in place of an upload.
alter table publisher_file add column source_id uuid;
