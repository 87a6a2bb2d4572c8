-- Besides stars and courses, what was learned in a term or a school year has its certificate.
alter table credentials.credential drop constraint credential_kind_check;
alter table credentials.credential
    add constraint credential_kind_check check (kind in ('level', 'course', 'period'));
