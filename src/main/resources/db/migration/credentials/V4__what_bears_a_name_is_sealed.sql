-- A certificate that bears a name is kept sealed, name and signed document in one text, under a key
-- that the database does not have. One that bears none names nobody and stands as it was signed.
-- The old column takes no name any more; what it holds is sealed by the application as it starts.
alter table credentials.credential
    alter column document drop not null,
    add column document_sealed text,
    add constraint credential_document_check check (num_nonnulls(document, document_sealed) = 1),
    add constraint credential_no_name_in_clear_check check (holder_name is null) not valid;
create index credential_in_clear
    on credentials.credential (guardian_id, cause, edition) where holder_name is not null;

-- The application adds certificates and changes none, save by this: one that stands in clear is
-- sealed, once.
create function credentials.seal(holder uuid, issued_for text, nth int, sealed text) returns int
language sql security definer set search_path = ''
begin atomic
    with now_sealed as (
        update credentials.credential
           set holder_name = null, document = null, document_sealed = sealed
         where guardian_id = holder and cause = issued_for and edition = nth
           and holder_name is not null
        returning 1)
    select count(*)::int from now_sealed;
end;

revoke all on function credentials.seal(uuid, text, int, text) from public;
grant execute on function credentials.seal(uuid, text, int, text) to jiaxue_app;
