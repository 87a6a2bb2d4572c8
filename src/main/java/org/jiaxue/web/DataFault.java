package org.jiaxue.web;

/** What is wrong with a data file, and where: file, line and field. */
public final class DataFault extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final String file;
    private final int line;
    private final String field;
    private final transient Words what;

    /**
     * A fault.
     *
     * @param line from 1
     * @param field its path, for instance {@code rules[2].points}; empty for the whole file
     * @param what is wrong, without a full stop
     */
    public DataFault(String file, int line, String field, Words what) {
        super(file + ", line " + line + (field.isEmpty() ? "" : ", " + field) + ": " + what.en());
        this.file = file;
        this.line = line;
        this.field = field;
        this.what = what;
    }

    public int line() {
        return line;
    }

    public String field() {
        return field;
    }

    /** File, line, field and what is wrong, in one line. */
    public Words told() {
        return new Words(
                "%s，第 %d 行%s：%s"
                        .formatted(file, line, field.isEmpty() ? "" : "，" + field, what.zh()),
                String.valueOf(getMessage()));
    }

    public Words what() {
        return what;
    }
}
