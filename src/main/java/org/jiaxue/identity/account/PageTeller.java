package org.jiaxue.identity.account;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jiaxue.web.Teller;
import org.jiaxue.web.Texts;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * Writes what one room tells as a part of a page that opens without a network and without a script:
 * a list of one row as terms, a longer one as a table.
 */
final class PageTeller implements Teller, AutoCloseable {

    private final Texts texts;
    private final Places places;
    private final PrintWriter page;
    private final String room;
    private final List<String> files = new ArrayList<>();
    private @Nullable Table table;

    PageTeller(Places places, PrintWriter page, String room) {
        this.texts = places.texts();
        this.places = places;
        this.page = page;
        this.room = room;
        line("<section id=\"%s\">".formatted(room));
        line("<h2>" + said(room + ".told") + "</h2>");
    }

    /** A list that is being told; its first row waits to know whether it is the only one. */
    private static final class Table {

        private final String name;
        private final String[] fields;
        private final Bounded rows;
        private @Nullable Object @Nullable [] first;
        private boolean opened;

        Table(String name, String[] fields, PageTeller teller) {
            this.name = name;
            this.fields = fields;
            this.rows = new Bounded(values -> teller.row(this, values));
        }
    }

    @Override
    public Texts texts() {
        return texts;
    }

    @Override
    public @Nullable Coded place(@Nullable String division) {
        return places.of(division);
    }

    @Override
    public @Nullable Coded school(@Nullable UUID organisation) {
        return places.school(organisation);
    }

    @Override
    public Rows list(String name, String... fields) {
        end();
        Table begun = new Table(name, fields, this);
        table = begun;
        line("<h3 id=\"%s-%s\">%s</h3>".formatted(room, name, said(key(name))));
        return begun.rows;
    }

    private void row(Table list, @Nullable Object[] values) {
        if (list.first == null && !list.opened) {
            list.first = values;
            return;
        }
        if (list.first != null) {
            open(list);
            cells(list.first);
            list.first = null;
        }
        cells(values);
    }

    private void open(Table list) {
        list.opened = true;
        line(
                "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-labelledby=\"%s-%s\">"
                        .formatted(room, list.name));
        page.print("<table><thead><tr>");
        for (String field : list.fields) {
            page.print("<th scope=\"col\">" + said(key(list.name) + "." + field) + "</th>");
        }
        line("</tr></thead><tbody>");
    }

    private void cells(@Nullable Object[] values) {
        page.print("<tr>");
        for (Object value : values) {
            page.print("<td>" + shown(value) + "</td>");
        }
        line("</tr>");
    }

    private void end() {
        Table list = table;
        if (list == null) {
            return;
        }
        if (list.first != null) {
            terms(list, list.first);
        } else if (list.opened) {
            line("</tbody></table></div>");
        } else {
            line("<p class=\"none\">" + said("identity.archive.none") + "</p>");
        }
        if (list.rows.full()) {
            line("<p>" + said("identity.archive.cut", MOST_ROWS) + "</p>");
        }
        table = null;
    }

    private void terms(Table list, @Nullable Object[] values) {
        page.print("<dl>");
        for (int i = 0; i < list.fields.length; i++) {
            page.print("<dt>" + said(key(list.name) + "." + list.fields[i]) + "</dt>");
            page.print("<dd>" + shown(values[i]) + "</dd>");
        }
        line("</dl>");
    }

    private String key(String list) {
        return room + ".told." + list;
    }

    private String shown(@Nullable Object value) {
        String text =
                switch (value) {
                    case null -> "—";
                    case Boolean truth ->
                            texts.say(truth ? "identity.archive.yes" : "identity.archive.no");
                    case Integer number -> texts.number(number);
                    case Long number -> texts.number(number);
                    case Coded coded -> coded.words();
                    case Words words -> texts.say(words);
                    case Instant at -> texts.moment(at);
                    case LocalDate day -> day.toString();
                    case String plain -> plain;
                    default ->
                            throw new IllegalArgumentException(
                                    "no value to tell: " + value.getClass());
                };
        return HtmlUtils.htmlEscape(text);
    }

    private String said(String key, Object... args) {
        return HtmlUtils.htmlEscape(texts.say(key, args));
    }

    @Override
    public void file(String name, Supplier<byte[]> content) {
        if (files.size() < MOST_FILES) {
            files.add(name);
        }
    }

    @Override
    public void close() {
        end();
        if (!files.isEmpty()) {
            line("<h3>" + said("identity.archive.files") + "</h3><ul>");
            for (String file : files) {
                String name = HtmlUtils.htmlEscape(file);
                line("<li><a href=\"" + name + "\">" + name + "</a></li>");
            }
            line("</ul>");
        }
        line("</section>");
    }

    private void line(String html) {
        page.print(html);
        page.print('\n');
    }
}
