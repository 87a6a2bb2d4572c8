package org.jiaxue.identity.account;

import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.jiaxue.web.Teller;
import org.jiaxue.web.Texts;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes what one room tells as a JSON object of lists, row by row. */
final class JsonTeller implements Teller, AutoCloseable {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Texts texts;
    private final Places places;
    private final JsonGenerator json;
    private boolean open;

    /**
     * Begins.
     *
     * @param out stays open
     */
    JsonTeller(Places places, OutputStream out) {
        this.texts = places.texts();
        this.places = places;
        this.json = JSON.createGenerator(new Unclosed(out), JsonEncoding.UTF8);
        json.writeStartObject();
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
        open = true;
        json.writeName(name);
        json.writeStartArray();
        Bounded rows = new Bounded(values -> write(fields, values));
        return rows;
    }

    private void write(String[] fields, @Nullable Object[] values) {
        json.writeStartObject();
        for (int i = 0; i < fields.length; i++) {
            json.writeName(fields[i]);
            write(values[i]);
        }
        json.writeEndObject();
    }

    private void write(@Nullable Object value) {
        switch (value) {
            case null -> json.writeNull();
            case Boolean truth -> json.writeBoolean(truth);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Coded coded -> json.writeString(coded.code());
            case Words words -> {
                json.writeStartObject();
                json.writeStringProperty("zh", words.zh());
                json.writeStringProperty("en", words.en());
                json.writeEndObject();
            }
            case Instant at -> json.writeString(at.toString());
            case LocalDate day -> json.writeString(day.toString());
            case String text -> json.writeString(text);
            default -> throw new IllegalArgumentException("no value to tell: " + value.getClass());
        }
    }

    private void end() {
        if (open) {
            json.writeEndArray();
        }
    }

    @Override
    public void file(String name, Supplier<byte[]> content) {
        // Files stand beside the lists, see FileTeller.
    }

    @Override
    public void close() {
        end();
        json.writeEndObject();
        json.close();
    }
}
