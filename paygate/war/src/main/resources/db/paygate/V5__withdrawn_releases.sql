-- A withdrawn bundle sells nothing, but what was sold keeps its premiere.
alter table paygate_release add column on_sale boolean default true not null;
