-- What an order was made of, and what became of its money.
alter table paygate_order add column kind varchar(20) default 'PURCHASE' not null;
alter table paygate_order add column parent_id uuid references paygate_order (id);
alter table paygate_order add column email_key varchar(254);
update paygate_order set email_key = lower(email);
alter table paygate_order alter column email_key set not null;
alter table paygate_order add column tip bigint default 0 not null;
alter table paygate_order add column discount bigint default 0 not null;
alter table paygate_order add column code_id uuid;
alter table paygate_order add column gift_email varchar(254);
alter table paygate_order add column gift_words varchar(500);
alter table paygate_order add column consent varchar(2000);
alter table paygate_order add column waits_for_proof boolean default false not null;
alter table paygate_order add column owned boolean default false not null;
alter table paygate_order add column corrections integer default 0 not null;
alter table paygate_order add column payment_id varchar(255);
alter table paygate_order add column refunded bigint default 0 not null;
alter table paygate_order add column dispute varchar(50);
alter table paygate_order add column fraud_warned timestamp with time zone;
alter table paygate_order add column idempotency_key varchar(100);
alter table paygate_order add column request_hash varchar(64);
alter table paygate_order add constraint paygate_order_idempotency unique (idempotency_key);
create index paygate_order_email on paygate_order (email_key, created);
create index paygate_order_parent on paygate_order (parent_id);
create index paygate_order_payment on paygate_order (payment_id);
create index paygate_order_status on paygate_order (status, created);

-- An order opens to each of its tokens: that of the checkout, and those its buyer's library issued.
create table paygate_order_token (
    hash bytea not null primary key,
    order_id uuid not null references paygate_order (id),
    created timestamp with time zone not null
);
create index paygate_order_token_order on paygate_order_token (order_id, created);
insert into paygate_order_token (hash, order_id, created)
    select token_hash, id, created from paygate_order;
alter table paygate_order drop column token_hash;

-- A new version of a bundle opens to its buyers, so an entitlement names its bundle.
alter table paygate_entitlement add column bundle_id uuid;
update paygate_entitlement set bundle_id =
    (select o.bundle_id from paygate_order o where o.id = paygate_entitlement.order_id);
alter table paygate_entitlement alter column bundle_id set not null;

-- The outbox: what has to be told by mail. What was sent stays, as evidence.
create table paygate_notice (
    id uuid not null primary key,
    kind varchar(20) not null,
    -- Makes each notice the only one of its kind for what it is about.
    subject varchar(400) not null,
    recipient varchar(254) not null,
    order_id uuid references paygate_order (id),
    bundle_id uuid,
    title varchar(500),
    tier varchar(200),
    amount bigint,
    currency varchar(3),
    words varchar(500),
    recorded timestamp with time zone not null,
    -- Null once it was sent or given up.
    due timestamp with time zone,
    tries integer default 0 not null,
    sent timestamp with time zone,
    bounced varchar(500),
    problem varchar(500),
    constraint paygate_notice_once unique (subject)
);
create index paygate_notice_due on paygate_notice (due);
create index paygate_notice_order on paygate_notice (order_id);

-- What has happened to orders, for publishers' webhooks and as evidence.
create table paygate_fact (
    id uuid not null primary key,
    bundle_id uuid not null,
    order_id uuid not null references paygate_order (id),
    what varchar(50) not null,
    tier varchar(200) not null,
    amount bigint not null,
    currency varchar(3) not null,
    at timestamp with time zone not null,
    taken boolean default false not null
);
create index paygate_fact_pending on paygate_fact (taken, at);
create index paygate_fact_order on paygate_fact (order_id, at);

-- Money a publisher, or a payment that came twice, sends back; kept until Stripe has answered.
create table paygate_refund (
    id uuid not null primary key,
    order_id uuid not null references paygate_order (id),
    amount bigint not null,
    request_key varchar(100) not null,
    state varchar(20) not null,
    problem varchar(500),
    requested timestamp with time zone not null,
    tried timestamp with time zone,
    constraint paygate_refund_once unique (order_id, request_key)
);
create index paygate_refund_state on paygate_refund (state, requested);

create table paygate_gift_token (
    hash bytea not null primary key,
    order_id uuid not null references paygate_order (id),
    created timestamp with time zone not null
);
create index paygate_gift_token_order on paygate_gift_token (order_id);

-- Which premiere everybody has been told of, and whether they were told that it has begun.
alter table paygate_release add column told_premiere timestamp with time zone;
alter table paygate_release add column premiere_begun boolean default false not null;
update paygate_release set told_premiere = premiere;

-- Up to when events were fetched that the webhook may have missed.
create table paygate_stripe_cursor (
    id integer not null primary key,
    reached timestamp with time zone not null
);
