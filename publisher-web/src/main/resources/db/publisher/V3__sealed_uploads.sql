-- A file may arrive sealed by its publisher: it is examined when it is complete, and problem says
-- why it was refused.
alter table publisher_file add column examined boolean default false not null;
alter table publisher_file add column problem varchar(1000);

-- The id that a file will have. Its recipient is issued before there is a file.
create table publisher_reservation (
    bundle_id uuid not null references publisher_bundle (id),
    name_key varchar(1000) not null,
    file_id uuid not null unique,
    created timestamp with time zone not null,
    primary key (bundle_id, name_key)
);
