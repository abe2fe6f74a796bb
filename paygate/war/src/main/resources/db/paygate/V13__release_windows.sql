-- Extras open at a moment of their own, not before the premiere; null for with the premiere.
alter table paygate_release add column extras timestamp with time zone;
-- The moment that buyers know of, and whether they were told that it has come.
alter table paygate_release add column told_extras timestamp with time zone;
alter table paygate_release add column extras_begun boolean default false not null;

-- Which files of a release are extras.
create table paygate_release_extra (
    bundle_id uuid not null references paygate_release (bundle_id),
    file_id uuid not null,
    primary key (bundle_id, file_id)
);

-- The moment its buyer knows of.
alter table paygate_order add column told_extras timestamp with time zone;

-- What a notice about a moment is about.
alter table paygate_notice add column moment timestamp with time zone;

-- What a new version holds in a tier beyond what the tier of that name held before.
create table paygate_addition (
    bought_bundle uuid not null,
    tier varchar(200) not null,
    file_id uuid not null,
    bundle_id uuid not null,
    name varchar(1024) not null,
    told timestamp with time zone not null,
    -- Whether every order of the tier is known to hold it.
    settled boolean default false not null,
    primary key (bought_bundle, tier, file_id)
);
create index paygate_addition_open on paygate_addition (settled);
