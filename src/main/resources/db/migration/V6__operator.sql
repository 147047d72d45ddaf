-- One script for H2 and PostgreSQL. What an operator is shown of claims that wait for one.

-- The code of the failure that somebody must mend, and when it came; gone with the next try.
alter table open_claim add column held_for varchar(200);
alter table open_claim add column held_since timestamp with time zone;

-- A delivery that is not tried any more is kept for an operator to see and to put back, until its result is erased.
alter table result_delivery add column given_up_at timestamp with time zone;
create index result_delivery_given_up on result_delivery (given_up_at);

-- A delivery that an operator put back is tried from then on for as long as it was from the claim's end.
alter table delivery add column put_back_at timestamp with time zone;

create index quarantine_erasure on quarantine (last_seen_at);
