create table paygate_offer (
    id uuid not null primary key,
    bundle_id uuid not null,
    tier varchar(200) not null,
    amount bigint not null,
    currency varchar(3) not null,
    constraint paygate_offer_one_per_tier unique (bundle_id, tier)
);

create table paygate_offer_file (
    offer_id uuid not null references paygate_offer (id),
    position integer not null,
    file_id uuid not null,
    name varchar(1024) not null,
    primary key (offer_id, position)
);

-- What the publisher-web told about a published bundle.
create table paygate_release (
    bundle_id uuid not null primary key,
    title varchar(500) not null,
    slug varchar(200) not null,
    premiere timestamp with time zone
);

-- One age identity per paid file, sealed by the vault key, which is never in this database.
create table paygate_identity (
    bundle_id uuid not null,
    file_id uuid not null,
    recipient varchar(128) not null,
    sealed bytea not null,
    created timestamp with time zone not null,
    primary key (bundle_id, file_id)
);

create table paygate_order (
    id uuid not null primary key,
    offer_id uuid not null,
    bundle_id uuid not null,
    tier varchar(200) not null,
    title varchar(500) not null,
    email varchar(254) not null,
    amount bigint not null,
    currency varchar(3) not null,
    token_hash bytea not null,
    status varchar(20) not null,
    stripe_session_id varchar(255),
    livemode boolean not null,
    created timestamp with time zone not null,
    paid_at timestamp with time zone,
    constraint paygate_order_one_per_session unique (stripe_session_id)
);
create index paygate_order_bundle on paygate_order (bundle_id, created);

-- The files of the offer as they were when the order was begun.
create table paygate_order_file (
    order_id uuid not null references paygate_order (id),
    position integer not null,
    file_id uuid not null,
    name varchar(1024) not null,
    primary key (order_id, position)
);

create table paygate_entitlement (
    order_id uuid not null references paygate_order (id),
    file_id uuid not null,
    name varchar(1024) not null,
    granted timestamp with time zone not null,
    revoked timestamp with time zone,
    primary key (order_id, file_id)
);

-- Every keyring that left the platform: the evidence in a dispute.
create table paygate_key_release (
    id uuid not null primary key,
    order_id uuid not null references paygate_order (id),
    released timestamp with time zone not null
);
create index paygate_key_release_order on paygate_key_release (order_id);

create table paygate_stripe_event (
    id varchar(255) not null primary key,
    type varchar(100) not null,
    received timestamp with time zone not null
);
