-- Where a claim or an identification stands in the trace of who asked for it (W3C traceparent).

alter table claim add column trace varchar(55);
alter table identification add column trace varchar(55);
