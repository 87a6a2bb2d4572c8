package org.jiaxue.catalogue.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.jiaxue.catalogue.LessonContent;
import org.jiaxue.web.Words;

/**
 * Finds the lessons that answer a question and, in each, the sentence that does, by BM25 over words
 * in both languages. It is made anew with every edition of the catalogue and lives in memory.
 */
public final class SearchIndex {

    /** A question longer than this is refused before it comes here. */
    public static final int MOST_CHARACTERS = 64;

    /** So many lessons are found at most, the nearest. */
    public static final int MOST_FOUND = 200;

    /** A lesson less near than this share of the nearest is not near. */
    private static final float NEAR = 0.2f;

    private static final float TIE = 0.2f;

    /** A word that only some sentence of the lesson has leads to that sentence. */
    private static final float OWN_WORDS = 10;

    /** A word that the whole lesson is about says little of where its answer stands. */
    private static final float COMMON_WORDS = 1;

    private final List<LessonContent> lessons;
    private final IndexSearcher byLesson;
    private final IndexSearcher bySentence;

    /** By the lesson's name; cutting a lesson's words takes a third of a search. */
    private final Map<String, Told> told = new ConcurrentHashMap<>();

    private SearchIndex(
            List<LessonContent> lessons, IndexSearcher byLesson, IndexSearcher bySentence) {
        this.lessons = lessons;
        this.byLesson = byLesson;
        this.bySentence = bySentence;
    }

    public static SearchIndex over(List<LessonContent> lessons) {
        return new SearchIndex(lessons, Pages.ofLessons(lessons), Pages.ofSentences(lessons));
    }

    /**
     * The lessons nearest to the question, nearest first; none if nothing is near, or if there is
     * nothing in the question to look for.
     */
    public List<LessonContent> find(String question) {
        Terms terms = Terms.ofQuestion(question);
        List<LessonContent> byWords = terms.isEmpty() ? List.of() : near(inWords(terms));
        return byWords.isEmpty() && !terms.pairs().isEmpty() ? near(inPairs(terms)) : byWords;
    }

    /** Every word counts where it stands highest; a third of the words must be there. */
    private static Query inWords(Terms terms) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        terms.zh().forEach(term -> all.add(anywhere(term, "zh"), Occur.SHOULD));
        terms.en().forEach(term -> all.add(anywhere(term, "en"), Occur.SHOULD));
        all.setMinimumNumberShouldMatch(third(terms.zh().size() + terms.en().size()));
        return all.build();
    }

    private static Query anywhere(String term, String language) {
        return new DisjunctionMaxQuery(
                List.of(
                        in("asks_" + language, term, 4),
                        in("title_" + language, term, 3),
                        in("topics", term, 2),
                        in("summary_" + language, term, 2),
                        in("body_" + language, term, 1)),
                TIE);
    }

    private static Query inPairs(Terms terms) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        terms.pairs().forEach(pair -> all.add(in("pairs", pair, 1), Occur.SHOULD));
        all.setMinimumNumberShouldMatch(third(terms.pairs().size()));
        return all.build();
    }

    private static int third(int count) {
        return Math.max(1, (count + 1) / 3);
    }

    private static Query in(String field, String term, float weight) {
        return new BoostQuery(new TermQuery(new Term(field, term)), weight);
    }

    private List<LessonContent> near(Query query) {
        ScoreDoc[] found = search(byLesson, query, MOST_FOUND);
        return Arrays.stream(found)
                .filter(hit -> hit.score >= NEAR * found[0].score)
                .map(hit -> lessons.get(hit.doc))
                .toList();
    }

    /**
     * The place in the lesson's text of the sentence that answers best. A sentence with a word of
     * the question that is not the whole lesson's subject comes first; a parent's words are often
     * not the lesson's, so what the lesson itself says in short (its summary, its right choice)
     * counts too.
     */
    public int answer(LessonContent lesson, String question) {
        String slug = lesson.lesson().slug();
        Told its = told.computeIfAbsent(slug, _ -> Told.by(lesson));
        Terms asked = Terms.ofQuestion(question);
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        Query here = new TermQuery(new Term("lesson", slug));
        query.add(here, Occur.FILTER);
        weigh(query, asked.without(its.subject()), OWN_WORDS);
        weigh(query, asked, COMMON_WORDS);
        weigh(query, its.rightChoice(), 1);
        weigh(query, its.summary(), 0.6f);
        query.add(new BoostQuery(new ConstantScoreQuery(here), 0.001f), Occur.SHOULD);
        ScoreDoc[] best = search(bySentence, query.build(), 1);
        return best.length == 0 ? 0 : Pages.place(bySentence, best[0].doc);
    }

    /** What a lesson says of itself in short, as terms. */
    private record Told(Terms subject, Terms rightChoice, Terms summary) {

        static Told by(LessonContent content) {
            return new Told(
                    subject(content),
                    inShort(content.question().right().words()),
                    inShort(content.lesson().summary()));
        }

        private static Terms subject(LessonContent content) {
            Words title = content.lesson().title();
            return Terms.ofText(
                    String.join(
                            " ",
                            title.zh(),
                            title.en(),
                            String.join(" ", content.asksZh()),
                            String.join(" ", content.asksEn())));
        }

        private static Terms inShort(Words words) {
            return Terms.ofText(words.zh() + " " + words.en());
        }
    }

    private static void weigh(BooleanQuery.Builder query, Terms terms, float weight) {
        terms.zh().forEach(term -> query.add(in("zh", term, weight), Occur.SHOULD));
        terms.en().forEach(term -> query.add(in("en", term, weight), Occur.SHOULD));
    }

    private static ScoreDoc[] search(IndexSearcher searcher, Query query, int most) {
        try {
            return searcher.search(query, most).scoreDocs;
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
