package org.jiaxue.credentials.paper;

import java.util.List;
import org.jiaxue.credentials.CredentialKind;
import org.jiaxue.credentials.paper.Pen.Anchor;
import org.jiaxue.credentials.paper.Pen.Line;
import org.jiaxue.credentials.paper.Pen.Role;

/**
 * The design of the sheet: A4 on its side, a double line, the house of one stage on the left, the
 * words in the middle, the title from top to bottom on the right.
 */
final class Certificate {

    static final double WIDTH = 297;
    static final double HEIGHT = 210;

    /** Width of the QR code. */
    static final double CODE = 26;

    private static final double WORDS = 149;
    private static final double TITLE = 262;

    /** From the words' left edge to the title. */
    private static final double MEASURE = 92;

    private final Sheet sheet;
    private final Pen pen;

    private Certificate(Sheet sheet, Pen pen) {
        this.sheet = sheet;
        this.pen = pen;
    }

    static void draw(Sheet sheet, Pen pen) {
        Certificate certificate = new Certificate(sheet, pen);
        certificate.frame();
        certificate.title();
        certificate.name();
        certificate.body();
        certificate.house();
        certificate.row();
        certificate.issuer();
        certificate.code();
        certificate.notes();
    }

    private void frame() {
        pen.begin(Role.ORNAMENT, false, null);
        pen.fill(new Outline().box(0, 0, WIDTH, HEIGHT), Ink.PAPER);
        pen.stroke(Outline.scooped(7.5, 7.5, 282, 195, 10), Ink.CELADON, 0.7);
        pen.stroke(Outline.scooped(10.3, 10.3, 276.4, 189.4, 8.8), Ink.CELADON, 0.25);
        pen.stroke(Outline.scooped(15.5, 15.5, 266, 179, 6.5), Ink.PALE_CELADON, 0.25);
        pen.end();
    }

    private void title() {
        String title = sheet.title().zh();
        int[] points = title.codePoints().toArray();
        double pitch = Math.min(18.9, 113.0 / points.length);
        double size = Math.min(15.5, pitch * 0.82);
        double top = 29.5;
        pen.begin(Role.TITLE, false, null);
        for (int i = 0; i < points.length; i++) {
            String one = Character.toString(points[i]);
            Line line = Line.of(TITLE, top + i * pitch + size * 0.88, size, one, Ink.BLACK);
            pen.write(line.strong().at(Anchor.MIDDLE));
        }
        pen.end();
        double seal = top + points.length * pitch + 3;
        pen.begin(Role.ORNAMENT, false, null);
        pen.fill(Outline.scooped(TITLE - 8, seal, 16, 16, 2.4), Ink.SEAL);
        for (int i = 0; i < 2; i++) {
            String one = i == 0 ? "家" : "学";
            Line line = Line.of(TITLE, seal + 6.9 + i * 6.4, 5.8, one, Ink.PAPER);
            pen.write(line.strong().at(Anchor.MIDDLE));
        }
        pen.end();
    }

    private void name() {
        words(true, Line.of(WORDS, 28.5, 4.3, sheet.title().en(), Ink.CELADON).strong());
        if (sheet.name() == null) {
            words(true, Line.of(WORDS, 36, 3.9, sheet.lead().en(), Ink.GREY));
            words(false, Line.of(WORDS, 50.5, 8, sheet.lead().zh(), Ink.GREY));
        } else {
            words(true, Line.of(WORDS, 36, 3.9, sheet.lead().en(), Ink.GREY));
            double size = Ems.fit(sheet.name(), 13, MEASURE);
            words(false, Line.of(WORDS, 52, size, sheet.name(), Ink.BLACK).strong());
        }
        pen.begin(Role.ORNAMENT, false, null);
        pen.stroke(new Outline().move(WORDS, 57.3).line(WORDS + MEASURE, 57.3), Ink.GOLD, 0.45);
        pen.end();
    }

    private void body() {
        double size = 5.5;
        double y = 69;
        pen.begin(Role.WORDS, false, null);
        for (String sentence : sheet.body()) {
            for (String line : Ems.wrap(sentence, MEASURE / size)) {
                pen.write(Line.of(WORDS, y, size, line, Ink.BLACK));
                y += 9.4;
            }
        }
        pen.end();
        y -= 1;
        pen.begin(Role.WORDS, true, null);
        for (String line : Ems.wrap(sheet.bodyEnglish(), MEASURE * 1.12 / 3.4)) {
            pen.write(Line.of(WORDS, y, 3.4, line, Ink.GREY));
            y += 5;
        }
        pen.end();
    }

    private void house() {
        boolean stars = sheet.kind() == CredentialKind.LEVEL;
        pen.begin(Role.FIGURE, false, sheet.picture());
        new HouseDrawing(pen).draw(sheet.level(), sheet.levels(), stars);
        pen.end();
    }

    private void row() {
        if (sheet.row().zh().isEmpty()) {
            return;
        }
        double y = 131;
        words(false, Line.of(WORDS, y, 5, sheet.row().zh(), Ink.BLACK).strong());
        words(true, Line.of(WORDS, y + 6, 3.4, sheet.row().en(), Ink.GREY));
        double width = Math.min(6.6, 40.0 / sheet.levels() - 2);
        double x = WORDS + MEASURE - sheet.levels() * (width + 2) + 2;
        pen.begin(Role.ORNAMENT, false, null);
        for (int i = 0; i < sheet.levels(); i++) {
            boolean lit = i < sheet.level();
            Outline tile = Outline.scooped(x, y - 5.4, width, 7.2, 1.2);
            pen.fill(tile, lit ? Ink.LIT : Ink.WHITE);
            pen.stroke(tile, lit ? Ink.GOLD : Ink.MID_CELADON, 0.35);
            if (lit && sheet.kind() == CredentialKind.LEVEL) {
                pen.fill(Outline.star(x + width / 2, y - 1.7, width * 0.3), Ink.STAR);
            }
            x += width + 2;
        }
        pen.end();
    }

    private void issuer() {
        double size = Ems.fit(sheet.issuer().zh(), 5.6, MEASURE);
        words(false, Line.of(WORDS, 149, size, sheet.issuer().zh(), Ink.BLACK).strong());
        words(false, Line.of(WORDS, 157, 4.8, sheet.date().zh(), Ink.BLACK));
        String english = sheet.issuer().en() + ", " + sheet.date().en();
        words(true, Line.of(WORDS, 163, 3.4, english, Ink.GREY));
    }

    private void code() {
        double x = 24.5;
        double y = 163;
        pen.begin(Role.FIGURE, false, sheet.code());
        pen.fill(QrOutline.of(sheet.address(), x, y, CODE), Ink.BLACK);
        pen.end();
        double side = x + CODE + 5;
        words(false, Line.of(side, y + 4, 4, sheet.scan().zh(), Ink.GREY));
        words(true, Line.of(side, y + 8.8, 3.2, sheet.scan().en(), Ink.GREY));
        pen.begin(Role.WORDS, false, null);
        String number = sheet.number();
        int half = number.indexOf(' ', number.length() / 2 - 1);
        pen.write(Line.of(side, y + 14.3, 4, number.substring(0, half), Ink.BLACK));
        pen.write(Line.of(side, y + 19.3, 4, number.substring(half + 1), Ink.BLACK));
        pen.end();
        words(false, Line.of(side, y + 25.4, 3.4, sheet.compare().zh(), Ink.GREY));
    }

    private void notes() {
        right(sheet.notes(), false, 172, 3.5, 4.9);
        right(sheet.notesEnglish(), true, 171.5 + sheet.notes().size() * 4.9, 2.9, 4.1);
    }

    private void right(List<String> lines, boolean english, double top, double size, double step) {
        double y = top;
        pen.begin(Role.WORDS, english, null);
        for (String line : lines) {
            pen.write(Line.of(273, y, size, line, Ink.GREY).at(Anchor.END));
            y += step;
        }
        pen.end();
    }

    private void words(boolean english, Line line) {
        pen.begin(Role.WORDS, english, null);
        pen.write(line);
        pen.end();
    }
}
