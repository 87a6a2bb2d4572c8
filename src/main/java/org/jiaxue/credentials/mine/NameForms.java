package org.jiaxue.credentials.mine;

import java.util.Objects;
import org.jiaxue.credentials.Statement;
import org.jiaxue.credentials.naming.Naming;
import org.jiaxue.credentials.naming.Naming.Form;
import org.jiaxue.credentials.naming.Naming.Unfit;
import org.jiaxue.credentials.naming.Surnames;
import org.jiaxue.identity.People;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Problem;
import org.springframework.stereotype.Component;

/** Fills in the form with what is known, and reads it. */
@Component
class NameForms {

    private final People people;

    NameForms(People people) {
        this.people = people;
    }

    /** With the name on the certificate now, or else the name that the guardian once gave. */
    NameForm of(GuardianId guardian, Statement statement) {
        String holder = Objects.requireNonNullElse(statement.holder(), "");
        String given = people.nameOf(guardian).orElse("");
        for (String honorific : Naming.HONORIFICS) {
            if (holder.endsWith(honorific) && holder.length() > honorific.length()) {
                String surname = holder.substring(0, holder.length() - honorific.length());
                return new NameForm(Form.SURNAME.slug(), given, surname, honorific, null);
            }
        }
        String full = holder.isEmpty() ? given : holder;
        Form form = holder.isEmpty() ? Form.NONE : Form.FULL;
        String family = Surnames.of(full);
        return new NameForm(form.slug(), full, family, Naming.HONORIFICS.getLast(), null);
    }

    Naming read(NameForm written) {
        return Form.ofSlug(written.form())
                .map(form ->
                        switch (form) {
                            case FULL -> Naming.full(written.full());
                            case SURNAME -> Naming.surname(written.surname(), written.honorific());
                            case NONE -> Naming.none();
                        })
                .orElseGet(() -> new Unfit(Problem.unprocessable("credentials.naming.form-first")));
    }
}
