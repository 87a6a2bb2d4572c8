package org.jiaxue.licences.offer;

import org.jiaxue.licences.benefit.Offers;
import org.jiaxue.licences.benefit.Publishing;
import org.jiaxue.licences.wording.Objection;

/** Puts what an offer may not say beside each field that says it. */
final class Worded {

    private Worded() {}

    static WordsForm mark(WordsForm form, Offers offers, Publishing.Worded refused) {
        WordsForm marked = form;
        for (String field : WordsForm.FIELDS) {
            Objection objection = offers.objection(form.value(field)).orElse(null);
            if (objection != null) {
                marked = marked.with(field, objection.key(), objection.found());
            }
        }
        Objection first = refused.objection();
        return marked.good() ? marked.with("title", first.key(), first.found()) : marked;
    }
}
