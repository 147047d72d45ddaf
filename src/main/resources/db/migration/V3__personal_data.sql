-- One script for H2 and PostgreSQL. What becomes of an identified person: personal_data_fetch (still to be asked of the
-- adapter), personal_data_result (what came, until it is delivered or its time is over), result_delivery (still to be
-- brought to the partner). An identification is in at most one row of each. Columns of type bytea are encrypted, the row
-- and the column being part of the encryption.

create table personal_data_fetch (
    identification_id uuid primary key,
    client            varchar(200) not null,
    person            bytea not null,                     -- iin, requestId and what else the id_token said
    tries             int not null,
    due_at            timestamp with time zone not null,  -- next try, end of the lease, or deadline: whichever is next
    deadline          timestamp with time zone not null,
    lease_owner       varchar(200),
    fence             bigint not null
);
create index personal_data_fetch_due on personal_data_fetch (due_at);

create table personal_data_result (
    identification_id uuid primary key,
    content           bytea not null,
    erase_at          timestamp with time zone not null
);
create index personal_data_result_erasure on personal_data_result (erase_at);

create table result_delivery (
    identification_id uuid primary key,
    delivery_id       uuid not null,
    client            varchar(200) not null,
    channel           varchar(20) not null,
    state             varchar(20) not null,               -- of the identification: ready, or how it ended without a result
    failure_family    varchar(40),
    failure_code      varchar(200),
    failure_kind      varchar(20),
    retryable         boolean,
    tries             int not null,
    due_at            timestamp with time zone not null,
    deadline          timestamp with time zone not null,
    lease_owner       varchar(200),
    fence             bigint not null
);
create index result_delivery_due on result_delivery (due_at);

-- Codes that were sent to the provider, as keyed digests: each is sent once.
create table exchanged_code (
    digest       varchar(80) primary key,
    exchanged_at timestamp with time zone not null
);
create index exchanged_code_erasure on exchanged_code (exchanged_at);

-- People whose requestId was of no use, as keyed digests of the IIN: their next start renews it.
create table request_renewal (
    digest   varchar(80) primary key,
    noted_at timestamp with time zone not null
);
create index request_renewal_erasure on request_renewal (noted_at);
