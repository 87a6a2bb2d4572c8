-- Trials that somebody began, so that any node tells how far one is and what came of it, and can end it. Of what came only what may be shown is
-- kept. Marks are sums of numbers made of what each guardian would have, in a thousand heaps: by them it is known how many would come out otherwise
-- than in another trial, and not who. A node that works at one is heard of every few seconds; one that is not heard of any more was broken off.
create table points.trial (
    trial_id uuid primary key,
    tried_by uuid not null,
    place    text not null,
    whom     text not null,
    term     text not null,
    title_zh text not null,
    title_en text not null,
    state    text not null default 'running' check (state in ('running', 'done', 'cancelled', 'failed')),
    percent  int not null default 0 check (percent between 0 and 100),
    asked_at timestamptz not null,
    heard_at timestamptz not null,
    came     text,
    marks    bytea,
    constraint trial_done check ((state = 'done') = (came is not null)),
    constraint trial_marks check (marks is null or octet_length(marks) = 8192)
);

create index trial_by on points.trial (tried_by, asked_at desc);
create index trial_of on points.trial (whom, term, asked_at desc);
