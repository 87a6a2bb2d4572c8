package org.jiaxue.catalogue.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * A text cut into what is looked for: Chinese words, English word stems, and pairs of Chinese
 * characters for when the words were cut otherwise.
 *
 * @param zh Chinese words; nothing in Latin letters
 * @param en stems; nothing in Chinese characters
 * @param pairs of neighbouring Chinese characters
 */
record Terms(Set<String> zh, Set<String> en, Set<String> pairs) {

    static final Analyzer CHINESE = new SmartChineseAnalyzer();
    static final Analyzer ENGLISH = new EnglishAnalyzer();
    static final Analyzer PAIRS = new CJKAnalyzer();

    /** Every question has these; they say that it is a question, not what it is about. */
    private static final Set<String> ASKING_ZH =
            Set.of(
                    "怎么", "怎么办", "怎样", "怎么样", "如何", "为什么", "为何", "什么", "办", "吗", "呢", "啊", "吧", "了",
                    "的", "得", "地", "是", "在", "就", "都", "也", "还", "又", "很", "太", "总", "总是", "老",
                    "老是", "一直", "会", "能", "要", "想", "该", "应该", "可以", "我", "我们", "我家", "家里", "您",
                    "你", "他", "她", "孩子", "小孩", "小孩子", "宝宝", "娃", "娃娃", "儿子", "女儿", "家长", "父母", "让",
                    "给", "对", "和", "跟", "有", "没有", "不", "做", "才", "这", "那", "个", "一", "岁", "请问",
                    "问");

    private static final List<String> ASKING_EN =
            List.of(
                    "a",
                    "about",
                    "all",
                    "always",
                    "am",
                    "an",
                    "and",
                    "any",
                    "are",
                    "as",
                    "at",
                    "be",
                    "because",
                    "but",
                    "by",
                    "can",
                    "child",
                    "children",
                    "could",
                    "daughter",
                    "did",
                    "do",
                    "does",
                    "don't",
                    "dont",
                    "for",
                    "from",
                    "get",
                    "gets",
                    "has",
                    "have",
                    "he",
                    "help",
                    "her",
                    "him",
                    "his",
                    "how",
                    "i",
                    "if",
                    "in",
                    "is",
                    "it",
                    "its",
                    "just",
                    "kid",
                    "kids",
                    "me",
                    "my",
                    "never",
                    "no",
                    "not",
                    "of",
                    "old",
                    "on",
                    "or",
                    "our",
                    "parent",
                    "parents",
                    "please",
                    "she",
                    "should",
                    "so",
                    "son",
                    "that",
                    "the",
                    "their",
                    "them",
                    "there",
                    "they",
                    "this",
                    "to",
                    "too",
                    "very",
                    "was",
                    "we",
                    "what",
                    "when",
                    "where",
                    "which",
                    "who",
                    "why",
                    "will",
                    "with",
                    "won't",
                    "wont",
                    "would",
                    "year",
                    "years",
                    "you",
                    "your");

    private static final Analyzer ENGLISH_ASKING =
            new EnglishAnalyzer(new CharArraySet(ASKING_EN, true));
    private static final Analyzer ENGLISH_WHOLE = new EnglishAnalyzer(CharArraySet.EMPTY_SET);

    /**
     * What a question is about; its longer words, whatever they are, when it is about nothing else.
     */
    static Terms ofQuestion(String question) {
        Terms about = of(question, ENGLISH_ASKING);
        about.zh.removeAll(ASKING_ZH);
        if (!about.isEmpty()) {
            return about;
        }
        Terms whole = of(question, ENGLISH_WHOLE);
        whole.zh.removeIf(term -> term.length() < 2);
        whole.en.removeIf(term -> term.length() < 3);
        return whole;
    }

    static Terms ofText(String text) {
        Terms all = of(text, ENGLISH);
        all.zh.removeAll(ASKING_ZH);
        return all;
    }

    private static Terms of(String text, Analyzer english) {
        Set<String> zh = new LinkedHashSet<>(cut(CHINESE, text));
        zh.removeIf(term -> !han(term));
        Set<String> en = new LinkedHashSet<>(cut(english, text));
        en.removeIf(Terms::han);
        Set<String> pairs = new LinkedHashSet<>(cut(PAIRS, text));
        pairs.removeIf(term -> !han(term));
        return new Terms(zh, en, pairs);
    }

    /** These without those. */
    Terms without(Terms others) {
        return new Terms(less(zh, others.zh), less(en, others.en), less(pairs, others.pairs));
    }

    private static Set<String> less(Set<String> some, Set<String> others) {
        Set<String> rest = new LinkedHashSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    boolean isEmpty() {
        return zh.isEmpty() && en.isEmpty();
    }

    private static boolean han(String term) {
        return term.codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    private static List<String> cut(Analyzer analyzer, String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return terms;
    }
}
