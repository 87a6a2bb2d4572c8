-- How many guardians live in a division and below it is asked by a prefix of the code.
create index guardian_by_division on identity.guardian (division collate "C");
