-- How often an answer could not be delivered, and whether it is not tried any more (until an operator puts it back).
alter table delivery add column tries int default 0 not null;
alter table delivery add column given_up_at timestamp with time zone;
