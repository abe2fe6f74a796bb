alter table publisher_bundle add column format varchar(10) default 'HYBRID' not null;
