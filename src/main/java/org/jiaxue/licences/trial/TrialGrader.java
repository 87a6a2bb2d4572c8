package org.jiaxue.licences.trial;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiaxue.identity.Household;
import org.jiaxue.licences.scheme.Period;
import org.jiaxue.licences.scheme.Scheme;
import org.jiaxue.licences.scheme.SchemeFile;
import org.jiaxue.licences.scheme.Schemes;
import org.jiaxue.licences.trial.ConfirmedStore.Confirmed;
import org.jiaxue.points.TrialGrading;
import org.jiaxue.web.DataFault;
import org.jiaxue.web.DataFaults;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Term;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Grades a term in memory, by the schemes that are kept and by what is proposed. */
@Component
class TrialGrader implements TrialGrading {

    private final Schemes schemes;
    private final ConfirmedStore confirmed;

    TrialGrader(Schemes schemes, ConfirmedStore confirmed) {
        this.schemes = schemes;
        this.confirmed = confirmed;
    }

    @Override
    public Proposal read(String file, String text) {
        try {
            return new ProposedScheme(SchemeFile.checked(file, text));
        } catch (DataFault fault) {
            throw new DataFaults(List.of(fault));
        }
    }

    @Override
    public Trial over(Term term, @Nullable Proposal proposed, String division) {
        @Nullable Scheme scheme = proposed instanceof ProposedScheme(Scheme read) ? read : null;
        return new TermTrial(term, Ladders.over(schemes.all(), scheme, term, division));
    }

    /** One trial and its ladders. */
    private final class TermTrial implements Trial {

        private final Term term;
        private final Ladders ladders;

        TermTrial(Term term, Ladders ladders) {
            this.term = term;
            this.ladders = ladders;
        }

        @Override
        public List<Rung> rungs() {
            return ladders.rungs();
        }

        @Override
        public Step step(Map<GuardianId, Household> households) {
            Set<Confirmed> known =
                    ladders.anyConfirmed()
                            ? confirmed.confirmed(households.keySet(), periods())
                            : Set.of();
            return (guardian, told) ->
                    new Ascent(ladders, term, households.get(guardian), known).of(guardian, told);
        }

        private List<String> periods() {
            return List.of(Period.values()).stream().map(it -> it.codeOf(term.first())).toList();
        }
    }
}
