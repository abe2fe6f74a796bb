-- The stand-in for Stripe keeps its sessions here; nothing of it is ever read by a real checkout.
create table paygate_sandbox_session (
    id varchar(255) not null primary key,
    product varchar(500) not null,
    amount bigint not null,
    currency varchar(3) not null,
    email varchar(254),
    reference varchar(200),
    order_id varchar(500),
    success_url varchar(2000) not null,
    cancel_url varchar(2000),
    status varchar(20) not null,
    created timestamp with time zone not null,
    expires timestamp with time zone not null,
    idempotency_key varchar(255),
    request_hash varchar(64) not null,
    constraint paygate_sandbox_session_idempotency unique (idempotency_key)
);
