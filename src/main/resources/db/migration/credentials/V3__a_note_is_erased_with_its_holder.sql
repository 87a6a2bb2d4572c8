-- What an officer noted on a withdrawal may speak of the holder.
grant update (note) on credentials.revocation to jiaxue_app;

-- A number of which no copy is kept any more is still known by its place.
create index status_position_by_credential on credentials.status_position (credential_id);
