-- Some time after an invitation was accepted, withdrawn or ended, nobody needs to know any more whom
-- it named and what was noted; who granted what to whom stands in the log, by ids.
alter table identity.invitation alter column name drop not null;
alter table identity.invitation alter column note drop not null;
create index invitation_named on identity.invitation
    (coalesce(accepted_at, withdrawn_at, expires_at)) where name is not null;
