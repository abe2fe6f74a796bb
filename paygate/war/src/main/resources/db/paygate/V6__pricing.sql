-- How a tier is paid for: FIXED, PAY_WHAT_YOU_WANT or FOR_EMAIL.
alter table paygate_offer add column model varchar(20) default 'FIXED' not null;
alter table paygate_offer add column tips boolean default false not null;

-- The words that visitors agree to who take a tier for their address.
alter table paygate_offer add column consent varchar(2000);

-- A removed tier keeps its row, because orders name it.
alter table paygate_offer add column removed boolean default false not null;

-- One row per currency: the price, or the minimum and what is suggested.
create table paygate_offer_price (
    offer_id uuid not null references paygate_offer (id),
    position integer not null,
    currency varchar(3) not null,
    amount bigint not null,
    suggested bigint,
    primary key (offer_id, position)
);
insert into paygate_offer_price (offer_id, position, currency, amount)
    select id, 0, currency, amount from paygate_offer;
alter table paygate_offer drop column amount;
alter table paygate_offer drop column currency;
