-- What was found in an uploaded file: ffprobe's own answer, so that what we make of it can change.
create table publisher_film (
    file_id uuid not null primary key references publisher_file (id) on delete cascade,
    state varchar(10) not null,
    problem varchar(100),
    probe text,
    brand varchar(10) not null,
    fast_start boolean,
    checked timestamp with time zone not null
);

-- Work on a file of a draft. Whoever does it holds a lease; one that ran out is anybody's.
create table publisher_job (
    id uuid not null primary key,
    bundle_id uuid not null references publisher_bundle (id) on delete cascade,
    publisher_id uuid not null references publisher_account (id),
    file_id uuid not null,
    kind varchar(10) not null,
    parameters varchar(1000) not null,
    state varchar(10) not null,
    progress integer not null,
    problem varchar(500),
    outcome varchar(2000),
    result_id uuid,
    attempt integer not null,
    lease timestamp with time zone,
    created timestamp with time zone not null,
    started timestamp with time zone,
    ended timestamp with time zone
);

create index publisher_job_of_bundle on publisher_job (bundle_id, created);
create index publisher_job_due on publisher_job (state, created);
