-- What was counted about a bundle on a day (UTC). No address, and nothing made of one.
create table publisher_visit (
    bundle_id uuid not null,
    on_day date not null,
    kind varchar(10) not null,
    -- The referring host or the country; empty for what has none, and for all others together.
    name varchar(253) not null,
    amount bigint not null,
    constraint publisher_visit_key primary key (bundle_id, on_day, kind, name)
);

-- What a swarm was like in a stretch of time. All columns add up: two stretches are one longer one.
-- The node that begins a row notes the peers; others add the bytes of their own web seeds.
create table publisher_swarm (
    bundle_id uuid not null,
    -- Minutes: 10, 60 or 1440.
    span integer not null,
    began timestamp with time zone not null,
    -- How often it was looked at; peers are sums over these looks.
    samples bigint not null,
    seeders bigint not null,
    leechers bigint not null,
    completed bigint not null,
    -- Bytes that the web seed sent, and that the completed downloads needed.
    sent bigint not null,
    needed bigint not null,
    constraint publisher_swarm_key primary key (bundle_id, span, began)
);
create index publisher_swarm_age on publisher_swarm (span, began);
