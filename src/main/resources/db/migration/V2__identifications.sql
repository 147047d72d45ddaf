-- One script for H2 and PostgreSQL. An identification is what a partner asked for; an authorization attempt is one way of
-- one browser to Aitu Passport and back. Of tickets, states and cookies only SHA-256 digests are kept: each is 256 random
-- bits. Columns of type bytea are encrypted, the row and the column being part of the encryption.

create table identification (
    id             uuid primary key,
    client         varchar(200) not null,
    state          varchar(20) not null,
    request        bytea,                               -- what the partner said; the person is erased from it once identified
    ticket_digest  varchar(43) not null,
    ticket_until   timestamp with time zone not null,
    attempts       int not null,                        -- started so far
    created_at     timestamp with time zone not null,
    due_at         timestamp with time zone not null,   -- when it expires without a callback, or is looked at again
    result_digest  varchar(43),
    result_until   timestamp with time zone,
    result_spent   boolean not null,
    other_person   boolean not null,                    -- not the person asked for; by setting that is only marked
    failure_family varchar(40),
    failure_code   varchar(200),
    failure_kind   varchar(20),
    retryable      boolean,
    reported       bytea,                               -- the other side's own words about the failure
    final_at       timestamp with time zone,
    constraint identification_ticket unique (ticket_digest)
);
create index identification_due on identification (state, due_at);
create index identification_final on identification (final_at);

create table authorization_attempt (
    state_digest      varchar(43) primary key,
    identification_id uuid not null references identification (id) on delete cascade,
    browser_digest    varchar(43) not null,
    nonce             bytea,                            -- both erased when the callback has come
    code_verifier     bytea,
    status            varchar(20) not null,             -- open, exchanging, identified, ended
    expires_at        timestamp with time zone not null,
    exchanging_since  timestamp with time zone
);
create index authorization_attempt_identification on authorization_attempt (identification_id);
create index authorization_attempt_exchanging on authorization_attempt (status, exchanging_since);
