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

-- Addresses that people left to a publisher. email_key is the address without case.
create table paygate_contact (
    id uuid not null primary key,
    bundle_id uuid not null,
    email_key varchar(254) not null,
    email varchar(254) not null,
    consent varchar(2000) not null,
    given timestamp with time zone not null,
    unsubscribed timestamp with time zone,
    constraint paygate_contact_once_per_bundle unique (bundle_id, email_key)
);

-- The orders that left an address: each agreed once.
create table paygate_contact_order (
    order_id uuid not null primary key,
    contact_id uuid not null references paygate_contact (id)
);

-- Tokens that unsubscribe, as their SHA-256.
create table paygate_contact_token (
    hash bytea not null primary key,
    contact_id uuid not null references paygate_contact (id),
    issued timestamp with time zone not null
);
create index paygate_contact_token_contact on paygate_contact_token (contact_id, issued);
