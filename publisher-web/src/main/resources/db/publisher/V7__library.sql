-- Links in mail and sessions of libraries are kept as the SHA-256 of their tokens, so a copy of
-- these tables opens nothing.
create table publisher_library_link (
    hash varchar(64) primary key,
    email varchar(254) not null,
    expires timestamp with time zone not null,
    redeemed timestamp with time zone
);

create index publisher_library_link_expiry on publisher_library_link (expires);

create table publisher_library_session (
    hash varchar(64) primary key,
    email varchar(254) not null,
    created timestamp with time zone not null,
    expires timestamp with time zone not null
);

create index publisher_library_session_expiry on publisher_library_session (expires);
