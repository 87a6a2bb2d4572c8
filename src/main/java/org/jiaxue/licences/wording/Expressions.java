package org.jiaxue.licences.wording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiaxue.web.DataFile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The expressions that no offer may use, from {@code benefits/refused.yaml}. A list of words cannot
 * hold a promise in other words; so every offer is read by a second officer before it opens.
 */
@Component
public class Expressions {

    private static final String FILE = "benefits/refused.yaml";

    private static final Pattern LINK =
            Pattern.compile("(https?:|www\\.|[a-z0-9-]\\.(com|cn|net|org|top|vip|shop)\\b)");

    private final Reading reading;
    private final List<Expression> expressions;

    Expressions() {
        this(FILE, textOf());
    }

    Expressions(String file, String text) {
        DataFile root = DataFile.read(file, text).only("simplified", "refused");
        reading = new Reading(simplified(root.at("simplified")));
        expressions = expressions(root.at("refused"), reading);
    }

    /** The first thing that a text may not say; empty for one that may stand. */
    public Optional<Objection> objection(String text) {
        String read = reading.of(text);
        Matcher link = LINK.matcher(read);
        if (link.find()) {
            return Optional.of(new Objection(Ground.ADVERTISING, link.group()));
        }
        for (Expression one : expressions) {
            Optional<String> found = one.in(read);
            if (found.isPresent()) {
                return Optional.of(new Objection(one.ground(), found.get()));
            }
        }
        return Optional.empty();
    }

    private static List<Expression> expressions(DataFile list, Reading reading) {
        List<Expression> expressions = new ArrayList<>();
        Set<Ground> listed = EnumSet.noneOf(Ground.class);
        for (DataFile item : list.items()) {
            item.only("ground", "zh", "en");
            Ground ground = ground(item.at("ground"));
            if (!listed.add(ground)) {
                throw item.at("ground").wrong("has its list already");
            }
            for (String language : List.of("zh", "en")) {
                for (DataFile one : item.at(language).items()) {
                    expressions.add(Expression.of(ground, one.text(), reading));
                }
            }
        }
        if (!listed.equals(EnumSet.allOf(Ground.class))) {
            throw list.wrong("must have a list for each of " + List.of(Ground.values()));
        }
        return List.copyOf(expressions);
    }

    private static Ground ground(DataFile field) {
        for (Ground one : Ground.values()) {
            if (one.slug().equals(field.text())) {
                return one;
            }
        }
        throw field.wrong("must be one of " + List.of(Ground.values()));
    }

    /** Pairs of a traditional and a simplified character, a space between two pairs. */
    private static Map<Integer, Integer> simplified(DataFile field) {
        Map<Integer, Integer> pairs = new HashMap<>();
        for (String pair : field.text().split("\\s+")) {
            int[] both = pair.codePoints().toArray();
            if (both.length != 2) {
                throw field.wrong("must be pairs of characters, but has " + pair);
            }
            pairs.put(both[0], both[1]);
        }
        return pairs;
    }

    private static String textOf() {
        try {
            return new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The expressions cannot be read: " + FILE, unreadable);
        }
    }
}
