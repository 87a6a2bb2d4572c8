-- Who confirms a level must know whom they confirm it for: by the name that the guardian chose for
-- this one request, sealed, and kept no longer than the request waits.
create table licences.called (
    guardian_id uuid not null,
    request_id  uuid not null,
    name_sealed text not null,
    primary key (guardian_id, request_id)
);
