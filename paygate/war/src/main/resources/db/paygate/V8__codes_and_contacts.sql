-- Discount codes of a bundle. code_key is the code without case, blanks and dashes.
create table paygate_code (
    id uuid not null primary key,
    bundle_id uuid not null,
    code_key varchar(40) not null,
    code varchar(60) not null,
    batch varchar(100) not null,
    recipient varchar(254) not null,
    kind varchar(10) not null,
    percent integer,
    amount bigint,
    currency varchar(3),
    uses integer,
    used integer default 0 not null,
    valid_from timestamp with time zone,
    valid_until timestamp with time zone,
    tier varchar(200),
    created timestamp with time zone not null,
    place integer not null,
    revoked timestamp with time zone,
    constraint paygate_code_once_per_bundle unique (bundle_id, code_key)
);
create index paygate_code_made on paygate_code (bundle_id, created, place);

-- Addresses that people left to a publisher, once for each order that left one. email_key is the
-- address without case. Unsubscribing marks all rows of an address.
create table paygate_contact (
    order_id uuid not null primary key,
    bundle_id uuid not null,
    email_key varchar(254) not null,
    email varchar(254) not null,
    consent varchar(2000) not null,
    given timestamp with time zone not null,
    unsubscribed timestamp with time zone
);
create index paygate_contact_bundle on paygate_contact (bundle_id, email_key);

-- Tokens that unsubscribe an address from a bundle, as their SHA-256.
create table paygate_contact_token (
    hash bytea not null primary key,
    bundle_id uuid not null,
    email_key varchar(254) not null,
    issued timestamp with time zone not null
);
create index paygate_contact_token_contact on paygate_contact_token (bundle_id, email_key, issued);
