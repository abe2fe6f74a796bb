-- The paid files that were sealed; an offer of any other file is not sold.
create table paygate_release_file (
    bundle_id uuid not null references paygate_release (bundle_id),
    file_id uuid not null,
    primary key (bundle_id, file_id)
);

-- What is on sale already was sealed to these identities.
insert into paygate_release_file (bundle_id, file_id)
    select i.bundle_id, i.file_id
    from paygate_identity i
    join paygate_release r on r.bundle_id = i.bundle_id;
