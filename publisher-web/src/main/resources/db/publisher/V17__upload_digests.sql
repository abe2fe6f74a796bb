-- SHA-256 in hexadecimal that the sender says the whole file has, and whether it was held against
-- what arrived.
alter table publisher_file add column digest varchar(64);
alter table publisher_file add column digest_compared boolean default false not null;
