-- The file of a new version that takes the place of an earlier one's. Ids of files are unique.
create table paygate_successor (
    old_file uuid not null primary key,
    bundle_id uuid not null,
    file_id uuid not null,
    name varchar(1024) not null,
    told timestamp with time zone not null,
    -- Whether every order that holds the old file is known to hold the new one.
    settled boolean default false not null
);
create index paygate_successor_open on paygate_successor (settled);

create index paygate_entitlement_file on paygate_entitlement (file_id);
