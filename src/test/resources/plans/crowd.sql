-- Ten thousand guardians in every twentieth county of the country, each with five lessons, four weeks
-- apart, and what came of them; a thousand of them finished another today. Whatever grows with
-- guardians or with what they do has thousands of rows, so that the server has a reason to go by its
-- indexes.
create temporary table place as
select row_number() over (order by code) - 1 as n, count(*) over () as places, code
from (
    select code, row_number() over (order by code) as nth
    from regions.division where length(code) = 6) as county
where nth % 20 = 0;

create temporary table crowd as
select g, md5('crowd ' || g)::uuid as guardian_id, place.code as division
from generate_series(1, 10000) g
join place on place.n = g % place.places;

create temporary table learned as
select g, guardian_id, division, md5(g || ' learned ' || l)::uuid as event_id,
       md5('lesson ' || l)::uuid as cause,
       case when l = 5 then now() else now() - l * interval '28 days' - interval '24 days' end
           - g * interval '1 second' as at
from crowd, generate_series(0, 5) l
where l < 5 or g <= 1000;

-- Who they are.
insert into identity.guardian (guardian_id, phone_sealed, division, may_record, joined_at)
select guardian_id, '', division, true, now() - interval '1 year' from crowd;
insert into identity.phone (phone_hash, guardian_id)
select md5('phone ' || g) || md5('of ' || g), guardian_id from crowd;
insert into identity.child (guardian_id, child_id, birth_month, added_at)
select guardian_id, md5('child ' || g)::uuid, '2018-03-01', now() from crowd;
insert into identity.consent (guardian_id, consent_id, purpose, version, given, at)
select guardian_id, md5(purpose || g)::uuid, purpose, 1, true, now()
from crowd, unnest(array['RECORDS', 'CHILDREN']) as purpose;
insert into identity.token (token_hash, kind, guardian_id, scopes, issued_at, expires_at)
select md5('token ' || g) || md5('of ' || g), 'COOKIE', guardian_id, '', now() - interval '9 days',
       now() + case when g % 200 = 0 then interval '-1 hour' else interval '9 days' end
from crowd;
insert into identity.number_wait (guardian_id, phone_sealed, asked_at, due_at, ends_at)
select guardian_id, '', now() - interval '5 days', now() - interval '4 days',
       now() + case when g % 200 = 0 then interval '-1 hour' else interval '4 days' end
from crowd;
insert into identity.erasure (guardian_id, asked_at, done_at)
select md5('gone ' || g)::uuid, now() - days * interval '1 day', now() - days * interval '1 day'
from generate_series(1, 5000) g, lateral (select g % 181 as days) as ago;
insert into identity.code (phone_hash, code_hash, expires_at)
select md5('phone ' || g) || md5('of ' || g), '',
       now() + case when g % 200 = 0 then interval '-1 hour' else interval '4 minutes' end
from crowd where g % 4 = 0;
insert into identity.throttle (bucket, window_end, tried)
select md5('bucket ' || g) || md5('of ' || g),
       now() + case when g % 200 = 0 then interval '-1 hour' else interval '1 hour' end, 1
from crowd;
insert into identity.audit (audit_id, at, actor, deed, subject)
select md5(n || ' did ' || g)::uuid, now() - g * interval '20 minutes', 'guardian:' || guardian_id,
       'consent.given', guardian_id
from crowd, generate_series(1, 3) n;
insert into identity.audit (audit_id, at, actor, deed, subject, node)
select md5('staff did ' || g)::uuid, now() - g * interval '20 minutes', 'staff:' || md5('staff ' || g % 50),
       'staff.granted', md5('staff ' || g), division
from crowd;

-- What they did, and what it earned: of one line in ten the rules changed since.
insert into learning.event
    (guardian_id, event_id, kind, cause, occurred_at, heard_at, division, title_zh, title_en, stage,
     age_from, age_to, topic, seconds, guardian_stage)
select guardian_id, event_id, 'lesson-completed', cause, at, at, division, '早晨清单',
       'The morning list', 'primary', 72, 144, 'routines', 84, 'primary'
from learned;
insert into learning.told (guardian_id, cause, occurred_at, kind)
select guardian_id, cause, at, 'lesson-completed' from learned;
insert into learning.coverage (guardian_id, lesson_id, covered, active, clock_at)
select guardian_id, md5('lesson ' || l)::uuid, repeat('1', 84)::varbit,
       case when l = 0 then md5(g || ' plays ' || l)::uuid end, now()
from crowd, generate_series(0, 2) l;
insert into learning.playback (guardian_id, playback_id, lesson_id, started_at)
select guardian_id, md5(g || ' plays ' || l)::uuid, md5('lesson ' || l)::uuid, now()
from crowd, generate_series(0, 2) l;
insert into learning.reflection (guardian_id, lesson_id, answer, right_at)
select guardian_id, md5('lesson ' || l)::uuid, 'A', now() from crowd, generate_series(0, 2) l;

insert into points.entry (
    guardian_id, entry_id, event_id, corrects_entry_id, kind, cause, once, rule, rule_owner,
    rule_version, category, points, state, occurred_at, day, week, division, stage, topic, seconds,
    subject_zh, subject_en, did_zh, did_en, why_zh, why_en)
select guardian_id, md5(event_id || ' ' || n)::uuid, event_id,
       case when n > 0 then md5(event_id || ' 0')::uuid end, 'lesson-completed', cause,
       'lesson-completed', 'lesson', '33', 1, 'lesson', 2, 'counted', at,
       (at at time zone 'Asia/Shanghai')::date,
       date_trunc('week', at at time zone 'Asia/Shanghai')::date, division, 'primary', 'routines', 84,
       '早晨清单', 'The morning list', '看完一节课', 'Finished a lesson', '看完', 'Finished'
from learned, generate_series(0, case when g % 10 = 0 then 1 else 0 end) n;
insert into points.account (guardian_id, balance, version)
select guardian_id, sum(points), 1 from points.entry group by guardian_id;
insert into points.circumstance (guardian_id, event_id, cut_seconds, played_seconds, seen_at)
select guardian_id, event_id, 0, 84, at from learned where at > now() - interval '29 days';
insert into points.place (place, guardians, seen_at)
select md5('place ' || g) || md5('of ' || g), 1,
       now() - case when g % 200 = 0 then interval '49 hours' else interval '1 hour' end
from crowd;
insert into points.visit (place, guardian_id, number, seen_at)
select md5('place ' || g) || md5('of ' || g), guardian_id, 1,
       now() - case when g % 200 = 0 then interval '49 hours' else interval '1 hour' end
from crowd;
insert into points.hold (
    guardian_id, event_id, hold_id, division, detector, version, figures, held_at, until)
select guardian_id, event_id, md5('hold ' || event_id)::uuid, division, 'cut', 1, '{}', at,
       at + interval '7 days'
from learned where g % 5 = 0 and at < now() - interval '20 days';
insert into points.hold_word (guardian_id, event_id, step, words, said_at)
select guardian_id, event_id, 'first', '我看完了', held_at from points.hold;
insert into points.hold_decision
    (guardian_id, event_id, step, outcome, reason, decided_at)
select guardian_id, event_id, 'first', 'released', 'in-time', until from points.hold;
insert into points.audit_finding (guardian_id, run_id, number, fault, says, sum)
select guardian_id, md5('run ' || g % 50)::uuid, g, 'balance', 1, 2 from crowd where g % 2 = 0;

-- What it opened.
insert into licences.counted
    (guardian_id, scheme, entry_id, event_id, layer, deed, points, period)
select guardian_id, 'shangcheng', entry_id, event_id, '7-9', 'lesson-completed', points, 'ever'
from points.entry;
insert into licences.sum (guardian_id, scheme, layer, period, name, value, kept)
select guardian_id, 'shangcheng', '7-9', 'ever', name, 10, 0
from crowd, unnest(array['points.total', 'points.lesson', 'deeds.lesson']) as name;
insert into licences.licence (guardian_id, scheme, layer, level, version, reached_at, cause, period)
select guardian_id, 'shangcheng', '7-9', 1, 1, now(), md5(g || ' learned 0')::uuid, 'ever' from crowd;
insert into licences.confirmation (
    guardian_id, request_id, scheme, version, layer, period, level, division, confirmer, node,
    asked_at, state, decided_at, decided_by)
select guardian_id, md5('asked ' || g)::uuid, 'shangcheng', 1, '7-9', 'ever', 2, division, 'county',
       division, now(), case when g % 4 = 0 then 'waiting' else 'confirmed' end,
       case when g % 4 > 0 then now() end, case when g % 4 > 0 then md5('staff')::uuid end
from crowd;
insert into licences.waiting (confirmer, node, request_id, guardian_id, asked_at)
select confirmer, node, request_id, guardian_id, asked_at
from licences.confirmation where state = 'waiting';
insert into licences.called (guardian_id, request_id, name_sealed)
select guardian_id, request_id, '' from licences.waiting;
insert into licences.taking (guardian_id, taking_id, offer_id, version, good_until, taken_at)
select guardian_id, md5(g || ' took ' || n)::uuid, md5('offer ' || n)::uuid, 1, current_date + 30, now()
from crowd, generate_series(1, 2) n where g % 4 = 0;
insert into licences.taking_code (code_hash, guardian_id, taking_id)
select md5('code ' || taking_id) || md5('of ' || taking_id), guardian_id, taking_id
from licences.taking;

insert into credentials.credential (
    guardian_id, cause, edition, id, kind, name_zh, name_en, division, list, position, document,
    issued_at, signed_at)
select guardian_id, 'course:' || n, 1, md5(g || ' certificate ' || n), 'course', '', '', division, 1,
       g * 2 + n, '{}', now(), now()
from crowd, generate_series(0, 1) n;
insert into credentials.holder (credential_id, guardian_id)
select id, guardian_id from credentials.credential;
insert into credentials.status_position (list, position, credential_id)
select list, position, id from credentials.credential;
insert into credentials.revocation
    (list, position, credential_id, officer_id, reason, note, revoked_at)
select list, position, id, md5('staff')::uuid, 'mistake', '', now()
from credentials.credential where position % 10 = 0;
insert into credentials.share
    (guardian_id, credential_id, place, share_id, token_hash, made_at, ends_at)
select guardian_id, id, 1, md5('share ' || id)::uuid, md5(id) || md5('of ' || id), now(),
       now() + interval '7 days'
from credentials.credential where position % 2 = 0;

-- What others did long ago lies in files.
insert into learning.archived (guardian_id, month)
select md5('before ' || g)::uuid, date '2001-01-01' + n * interval '1 month'
from generate_series(0, 39) n, generate_series(1, 2500) g;
insert into points.archived (guardian_id, month, category, points)
select guardian_id, month, 'lesson', 3 from learning.archived order by month;

-- Where they went, and the classes that they are in.
insert into activities.attendance (guardian_id, session_id, at, way)
select guardian_id, md5(n || ' session ' || g % 500)::uuid, now(), 'scanned'
from crowd, generate_series(1, 2) n;
insert into activities.ticket_used (session_id, nonce, guardian_id, used_at)
select md5('session ' || g % 500)::uuid, md5('nonce ' || g)::uuid, guardian_id,
       now() - case when g % 200 = 0 then interval '1 day' else interval '0' end
from crowd;
insert into activities.typing (guardian_id, since, tries) select guardian_id, now(), 1 from crowd;
insert into schools.member (guardian_id, class_id, stage, joined_at)
select guardian_id, md5('class ' || g % 300)::uuid, 'PRIMARY', now() - interval '60 days' from crowd;
insert into schools.counted (guardian_id, class_id, last_on)
select guardian_id, case when g % 50 > 0 then md5('class ' || g % 300)::uuid end, current_date
from crowd;

-- What the region knows of it: the week before the last is yet to be closed.
insert into statistics.closing (week, closed_at, schools, rolled_up)
select date_trunc('week', now() at time zone 'Asia/Shanghai')::date - 7 * n, now(), true, true
from generate_series(3, 40) n;
insert into statistics.fact (guardian_id, cause, kind, day, week, division, stage, counted)
select guardian_id, event_id::text, 'lesson-completed', day, week, division, 'primary',
       week < date_trunc('week', now() at time zone 'Asia/Shanghai') - interval '14 days'
from learned, lateral (
    select (at at time zone 'Asia/Shanghai')::date as day,
           date_trunc('week', at at time zone 'Asia/Shanghai')::date as week) as dated;
insert into statistics.fact (guardian_id, cause, kind, day, week, division, counted)
select guardian_id, md5(g || ' certificate 0'), 'credential-issued', week, week, division, true
from crowd, lateral (
    select date_trunc('week', now() at time zone 'Asia/Shanghai')::date - 7 * (3 + g % 20) as week)
    as week;
insert into statistics.day (division, day, stage, kind, facts, guardians)
select division, day, coalesce(stage, ''), kind, count(*), ''
from statistics.fact where counted group by 1, 2, 3, 4;
insert into statistics.figure
    (part, measure, stage, unit, first, last, value, behind, residents, mark)
select code, measure, '', 'week', week, week + 6, 20, 20, 200, 'shown'
from place, unnest(array['lessons', 'guardians', 'certificates']) as measure, lateral (
    select date_trunc('week', now() at time zone 'Asia/Shanghai')::date - 7 * n as week
    from generate_series(3, 5) n) as weeks;

-- What nobody has followed yet, as after a long fault.
insert into events.event_publication
    (id, listener_id, event_type, serialized_event, publication_date)
select md5('event ' || g)::uuid, 'nobody', 'org.jiaxue.learning.CourseCompleted',
       '{"guardian":"' || guardian_id || '"}', now()
from crowd where g % 2 = 0;
