-- One row for each bundle whose torrent this tracker announces and its web seed serves.
create table tracker_torrent (
    bundle_id   uuid primary key,
    infohash_v1 varchar(40) not null,
    infohash_v2 varchar(64),
    name        text not null,
    completed   bigint not null,
    admitted_at timestamp with time zone not null
);

create index tracker_torrent_infohash_v1 on tracker_torrent (infohash_v1);
