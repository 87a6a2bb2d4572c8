package org.jiaxue.points.draft;

import java.util.List;
import org.jiaxue.points.rules.Breach;

/** What came of asking for a draft's approval. */
public sealed interface Approval {

    /** It is in force from its first day. */
    record Given(int version) implements Approval {}

    /** It goes beyond what the levels above allow. */
    record Beyond(List<Breach> breaches) implements Approval {}

    /** Something that should be thought over was not ticked. */
    record Unticked() implements Approval {}

    /** It was edited, decided, or never looked at in this edition. */
    record Overtaken() implements Approval {}

    /** Who has written in it does not approve it. */
    record SamePerson() implements Approval {}
}
