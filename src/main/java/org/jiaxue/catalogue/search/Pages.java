package org.jiaxue.catalogue.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.LessonContent;
import org.jiaxue.catalogue.Sentence;
import org.jiaxue.web.Words;

/** Writes the two indexes: one document a lesson, one document a sentence. */
final class Pages {

    private static final Analyzer BY_FIELD = analyzer();

    private Pages() {}

    private static Analyzer analyzer() {
        Map<String, Analyzer> fields =
                Map.ofEntries(
                        Map.entry("asks_zh", Terms.CHINESE),
                        Map.entry("title_zh", Terms.CHINESE),
                        Map.entry("summary_zh", Terms.CHINESE),
                        Map.entry("body_zh", Terms.CHINESE),
                        Map.entry("zh", Terms.CHINESE),
                        Map.entry("asks_en", Terms.ENGLISH),
                        Map.entry("title_en", Terms.ENGLISH),
                        Map.entry("summary_en", Terms.ENGLISH),
                        Map.entry("body_en", Terms.ENGLISH),
                        Map.entry("en", Terms.ENGLISH),
                        Map.entry("topics", Terms.ENGLISH),
                        Map.entry("pairs", Terms.PAIRS));
        return new PerFieldAnalyzerWrapper(new KeywordAnalyzer(), fields);
    }

    static IndexSearcher ofLessons(List<LessonContent> lessons) {
        return written(lessons.stream().map(Pages::document));
    }

    static IndexSearcher ofSentences(List<LessonContent> lessons) {
        return written(lessons.stream().flatMap(Pages::sentences));
    }

    /** The place of a sentence document in its lesson's text. */
    static int place(IndexSearcher sentences, int document) {
        try {
            return sentences
                    .storedFields()
                    .document(document)
                    .getField("place")
                    .numericValue()
                    .intValue();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static Document document(LessonContent content) {
        Lesson lesson = content.lesson();
        Document document = new Document();
        text(document, "asks_zh", String.join("。", content.asksZh()));
        text(document, "asks_en", String.join(". ", content.asksEn()));
        both(document, "title", lesson.title());
        both(document, "summary", lesson.summary());
        text(document, "body_zh", body(content, true));
        text(document, "body_en", body(content, false));
        text(
                document,
                "topics",
                content.topics().stream()
                        .map(topic -> topic.slug().replace('-', ' '))
                        .collect(Collectors.joining(" ")));
        text(
                document,
                "pairs",
                String.join(
                        "。",
                        String.join("。", content.asksZh()),
                        lesson.title().zh(),
                        lesson.summary().zh(),
                        body(content, true)));
        return document;
    }

    private static String body(LessonContent content, boolean zh) {
        return content.body().stream()
                .map(Sentence::words)
                .map(words -> zh ? words.zh() : words.en())
                .collect(Collectors.joining(" "));
    }

    private static Stream<Document> sentences(LessonContent content) {
        return IntStream.range(0, content.body().size())
                .mapToObj(place -> {
                    Words words = content.body().get(place).words();
                    Document document = new Document();
                    document.add(
                            new StringField("lesson", content.lesson().slug(), Field.Store.NO));
                    document.add(new StoredField("place", place));
                    text(document, "zh", words.zh());
                    text(document, "en", words.en());
                    return document;
                });
    }

    private static void both(Document document, String field, Words words) {
        text(document, field + "_zh", words.zh());
        text(document, field + "_en", words.en());
    }

    private static void text(Document document, String field, String text) {
        document.add(new TextField(field, text, Field.Store.NO));
    }

    /** One segment, so that documents are numbered in the order they were written. */
    private static IndexSearcher written(Stream<Document> documents) {
        ByteBuffersDirectory memory = new ByteBuffersDirectory();
        try {
            try (IndexWriter writer = new IndexWriter(memory, new IndexWriterConfig(BY_FIELD))) {
                for (Document document : documents.toList()) {
                    writer.addDocument(document);
                }
                writer.forceMerge(1);
            }
            return new IndexSearcher(DirectoryReader.open(memory));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
