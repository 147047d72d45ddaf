-- One script for H2 and PostgreSQL. The parts into which NodeIDs split SMEV's queue, and who polls those whose own
-- processes are silent. All times are of this database's clock.

create table smev_node (
    node_id       varchar(50) primary key,              -- empty: what was sent without a NodeID
    silent_at     timestamp with time zone not null,    -- a process whose own it is promised to be heard before
    adopter       varchar(200),                         -- the process that polls it meanwhile
    adopted_until timestamp with time zone
);
