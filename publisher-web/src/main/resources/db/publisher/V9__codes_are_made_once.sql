-- What its publisher called a making of discount codes: repeated, it answers the codes it made.
create table publisher_code_call (
    id uuid not null primary key,
    bundle_id uuid not null references publisher_bundle (id),
    call_key varchar(100) not null,
    request bytea not null,
    codes varchar(1000000) not null,
    made timestamp with time zone not null,
    constraint publisher_code_call_once unique (bundle_id, call_key)
);
