-- An erasure takes the notes on somebody's certificates away; they are found by the certificate's number.
create index revocation_by_credential on credentials.revocation (credential_id);
