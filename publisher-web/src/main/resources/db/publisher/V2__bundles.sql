create table publisher_bundle (
    id uuid primary key,
    publisher_id uuid not null references publisher_account (id),
    slug varchar(80) not null unique,
    title varchar(200) not null,
    synopsis text not null,
    category varchar(20) not null,
    status varchar(20) not null,
    problem varchar(1000),
    execution_id bigint,
    infohash_v1 varchar(40),
    infohash_v2 varchar(64),
    magnet text,
    premiere timestamp with time zone,
    created timestamp with time zone not null,
    published timestamp with time zone
);

create index publisher_bundle_of_publisher on publisher_bundle (publisher_id, created);
create index publisher_bundle_catalogue on publisher_bundle (status, published);

-- name_key folds case and Unicode forms: two names that some file system would confuse collide.
create table publisher_file (
    id uuid primary key,
    bundle_id uuid not null references publisher_bundle (id),
    name varchar(255) not null,
    name_key varchar(1000) not null,
    access varchar(10) not null,
    length bigint not null,
    created timestamp with time zone not null,
    unique (bundle_id, name_key)
);
