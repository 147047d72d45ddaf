-- One script for H2 and PostgreSQL. The tables follow the life of a claim, so that what is busy stays small however
-- many claims are finished: claim (what was asked; never changed), open_claim (what is still to be done; gone with the
-- final state), attempt (what went out), outcome (how it ended), delivery (what is still to be brought to the caller).
-- Columns of type bytea are encrypted, the row and the column being part of the encryption.

create table claim (
    id              uuid primary key,
    client          varchar(200) not null,
    door            varchar(50) not null,
    idempotency_key varchar(80),                        -- keyed digest of client, door and key
    content_digest  varchar(80) not null,               -- keyed digest of client, routing code and payload
    routing_code    varchar(200) not null,
    reply_to        bytea,
    delivery_id     uuid not null,
    created_at      timestamp with time zone not null,
    end_of_life     timestamp with time zone not null,
    constraint claim_idempotency unique (idempotency_key)
);
create index claim_content on claim (content_digest, created_at);

create table open_claim (
    claim_id    uuid primary key references claim (id) on delete cascade,
    state       varchar(20) not null,
    payload     bytea not null,
    attempt     int not null,                           -- number of the last attempt, 0: none yet
    tries       int not null,                           -- sendings that failed
    faults      int default 0 not null,                 -- of them, by a fault that ends the claim if it stays
    due_at      timestamp with time zone not null,      -- next try, end of the lease, or deadline: whichever is next
    lease_owner varchar(200),
    fence       bigint not null
);
create index open_claim_due on open_claim (due_at);

create table attempt (
    claim_id      uuid not null references claim (id) on delete cascade,
    n             int not null,
    message_id    uuid not null,
    envelope      bytea,                                -- erased with the final state
    first_wire_at timestamp with time zone not null,
    outcome       varchar(20) not null,
    ever_unclear  boolean not null,
    primary key (claim_id, n),
    constraint attempt_message unique (message_id)
);

create table outcome (
    claim_id       uuid primary key references claim (id) on delete cascade,
    state          varchar(20) not null,
    response       bytea,
    failure_family varchar(40),
    failure_code   varchar(200),
    failure_kind   varchar(20),
    retryable      boolean,
    final_at       timestamp with time zone not null,
    delivered_at   timestamp with time zone,
    erased         boolean not null
);
create index outcome_erasure on outcome (erased, final_at);

create table delivery (
    claim_id uuid primary key references claim (id) on delete cascade,
    due_at   timestamp with time zone not null
);
create index delivery_due on delivery (due_at);

-- Answers have a retention of their own and may belong to nobody: no reference to claim.
create table answer (
    id                  varchar(200) primary key,       -- MessageId of the response
    claim_id            uuid,
    original_message_id varchar(200) not null,
    kind                varchar(60) not null,
    content             bytea,
    late                boolean not null,
    interim             boolean not null,
    received_at         timestamp with time zone not null,
    erased              boolean not null
);
create index answer_erasure on answer (erased, received_at);

create table quarantine (
    id          uuid primary key,
    digest      varchar(80) not null,                   -- keyed digest of what no redelivery changes
    reason      varchar(200) not null,
    content     bytea not null,
    received_at timestamp with time zone not null,      -- the first time; its content is kept
    last_seen_at timestamp with time zone not null,
    times       int not null,
    constraint quarantine_digest unique (digest)
);
