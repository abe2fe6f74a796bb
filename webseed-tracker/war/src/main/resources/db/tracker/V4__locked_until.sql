-- Until then the web seed keeps back what is sold; null for not at all.
alter table tracker_torrent add column locked_until timestamp with time zone;
