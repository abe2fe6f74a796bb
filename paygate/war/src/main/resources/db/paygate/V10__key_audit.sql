-- Whom a keyring went to: 203.0.113.0/24 or 2001:db8:1::/48; null in rows from before.
alter table paygate_key_release add column client varchar(43);

-- The keys of the key file by their Tink ids, never the keys themselves. The state names at most
-- one each: the key that seals, the one that will, the one that is being replaced.
create table paygate_vault_key (
    id integer not null primary key,
    state varchar(10) not null,
    since timestamp with time zone not null,
    constraint paygate_vault_key_one_per_state unique (state)
);

-- Which key sealed it; null in rows from before until the next start. No key can be struck off
-- while an identity still needs it.
alter table paygate_identity add column key_id integer;
alter table paygate_identity add constraint paygate_identity_key
    foreign key (key_id) references paygate_vault_key (id);
create index paygate_identity_by_key on paygate_identity (key_id, bundle_id, file_id);
