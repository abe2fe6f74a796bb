create table publisher_account (
    id uuid primary key,
    email varchar(254) not null unique,
    name varchar(100) not null,
    password varchar(500) not null,
    created timestamp with time zone not null
);

-- A bearer token is kept as the SHA-256 of its text, so a copy of this table opens nothing.
create table publisher_token (
    hash varchar(64) primary key,
    publisher_id uuid not null references publisher_account (id),
    created timestamp with time zone not null
);
