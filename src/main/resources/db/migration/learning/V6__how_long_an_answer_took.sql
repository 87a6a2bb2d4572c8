-- From when the question was shown to the first right answer; null where no page said when that was.
alter table learning.reflection
    add column took_millis integer check (took_millis >= 0);
