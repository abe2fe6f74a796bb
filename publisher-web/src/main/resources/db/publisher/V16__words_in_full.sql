alter table publisher_bundle add column credits text default '' not null;

-- Tags of BCP 47, separated by commas.
alter table publisher_bundle add column languages varchar(400) default '' not null;

-- Counts the changes of the texts: whoever saves says which ones they had seen.
alter table publisher_bundle add column revision integer default 1 not null;
