-- A retired torrent keeps its row, so that whoever asks for it is told why it is gone.
alter table tracker_torrent add column retired_at timestamp with time zone;
alter table tracker_torrent add column retired_reason text;
alter table tracker_torrent add constraint tracker_torrent_retired
    check ((retired_at is null) = (retired_reason is null));
