-- The moments of a release, in this order where they are set; the premiere is there already.
alter table publisher_bundle add column teaser timestamp with time zone;
alter table publisher_bundle add column preload timestamp with time zone;
alter table publisher_bundle add column extras timestamp with time zone;
-- Whether its publisher planned them, so that publishing leaves alone what it does not name.
alter table publisher_bundle add column planned boolean default false not null;

-- Opens with the extras and not with the premiere.
alter table publisher_file add column extra boolean default false not null;

-- Under which keys a new version is sealed; null for what is no version.
alter table publisher_bundle add column version_keys varchar(10);
update publisher_bundle set version_keys = 'NEW' where version_of is not null;
