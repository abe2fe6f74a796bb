-- When the provider was last asked about a pending order because someone looked at it.
alter table paygate_order add column checked_at timestamp with time zone;
