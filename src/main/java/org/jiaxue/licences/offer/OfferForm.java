package org.jiaxue.licences.offer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jiaxue.licences.benefit.BenefitKind;
import org.jiaxue.licences.benefit.Gate;
import org.jiaxue.licences.benefit.Offer;
import org.jiaxue.licences.benefit.OfferId;
import org.jiaxue.web.Problem;

/**
 * A new offer as an officer filled it in, beside its words.
 *
 * @param words its words, which hold all fields that were sent
 */
record OfferForm(WordsForm words) {

    static final int MOST = 100_000;
    static final int MOST_EACH = 10;
    private static final Period LONGEST = Period.ofYears(1);
    private static final Period FARTHEST = Period.ofYears(1);
    private static final String BETWEEN = "/";

    static OfferForm blank(String division, LocalDate today) {
        return new OfferForm(
                WordsForm.blank(
                        Map.of(
                                "division",
                                division,
                                "each",
                                "1",
                                "from",
                                today.toString(),
                                "until",
                                today.plusMonths(3).toString())));
    }

    static OfferForm of(Map<String, String> sent, LocalDate today) {
        WordsForm words = WordsForm.of(sent);
        Map<String, Problem> errors = new LinkedHashMap<>(words.errors());
        OfferForm form = new OfferForm(new WordsForm(words.values(), errors));
        form.check("kind", form.kind().isPresent(), "licences.offer.form.choose");
        form.check(
                "level",
                form.value("level").matches("[a-z0-9-]{1,60}/[1-9][0-9]?"),
                "licences.offer.form.choose");
        form.check("layer", form.layerFits(), "licences.offer.form.layer");
        form.number("quota", MOST);
        form.number("each", MOST_EACH);
        form.checkDays(today);
        return form;
    }

    boolean good() {
        return words.good();
    }

    String value(String field) {
        return words.value(field);
    }

    OfferForm with(String field, String key, Object... args) {
        return new OfferForm(words.with(field, key, args));
    }

    /** The offer that a good form makes. */
    Offer offer() {
        String layer = value("layer");
        return new Offer(
                OfferId.next(),
                value("division"),
                kind().orElseThrow(),
                new Gate(
                        scheme(),
                        Integer.parseInt(value("level").split(BETWEEN)[1]),
                        layer.isEmpty() ? null : layer.split(BETWEEN)[1]),
                Integer.parseInt(value("quota")),
                Integer.parseInt(value("each")),
                LocalDate.parse(value("from")),
                LocalDate.parse(value("until")));
    }

    private Optional<BenefitKind> kind() {
        return BenefitKind.ofSlug(value("kind"));
    }

    private String scheme() {
        return value("level").split(BETWEEN)[0];
    }

    private boolean layerFits() {
        String layer = value("layer");
        return layer.isEmpty()
                || (layer.matches("[a-z0-9-]{1,60}/[a-z0-9-]{1,60}")
                        && layer.split(BETWEEN)[0].equals(scheme()));
    }

    private void number(String field, int most) {
        boolean whole = value(field).matches("[1-9][0-9]{0,5}");
        if (!whole || Integer.parseInt(value(field)) > most) {
            words.errors().put(field, Problem.unprocessable("licences.offer.form.number", most));
        }
    }

    private void checkDays(LocalDate today) {
        Optional<LocalDate> from = day("from");
        Optional<LocalDate> until = day("until");
        if (from.isPresent()) {
            check("from", !from.get().isBefore(today), "licences.offer.form.day-past");
            check("from", !from.get().isAfter(today.plus(FARTHEST)), "licences.offer.form.day-far");
        }
        if (from.isPresent() && until.isPresent()) {
            check("until", !until.get().isBefore(from.get()), "licences.offer.form.days-backwards");
            check(
                    "until",
                    !until.get().isAfter(from.get().plus(LONGEST)),
                    "licences.offer.form.days-long");
        }
    }

    private Optional<LocalDate> day(String field) {
        try {
            return Optional.of(LocalDate.parse(value(field)));
        } catch (DateTimeException notADay) {
            check(field, false, "licences.offer.form.day");
            return Optional.empty();
        }
    }

    private void check(String field, boolean holds, String key) {
        if (!holds) {
            words.errors().putIfAbsent(field, Problem.unprocessable(key));
        }
    }
}
