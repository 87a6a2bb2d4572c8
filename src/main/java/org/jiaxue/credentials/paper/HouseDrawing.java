package org.jiaxue.credentials.paper;

/** One storey with its bays, as it stands on the left of the sheet. */
final class HouseDrawing {

    private static final double LEFT = 32;
    private static final double RIGHT = 131;
    private static final double BEAM = 83.5;
    private static final double FLOOR = 133;
    private static final double POST = 0.8;

    private final Pen pen;

    HouseDrawing(Pen pen) {
        this.pen = pen;
    }

    /**
     * Draws the house.
     *
     * @param lit windows that are lit, from the left
     * @param bays windows in all
     * @param stars whether a lit window bears a star
     */
    void draw(int lit, int bays, boolean stars) {
        pen.fill(Outline.circle(114.5, 63.5, 14.5), Ink.GLOW);
        walls(bays);
        double bay = (RIGHT - LEFT) / bays;
        double gap = Math.min(2, bay * 0.1);
        for (int i = 0; i < bays; i++) {
            window(LEFT + i * bay + gap, bay - 2 * gap, i < lit, stars);
        }
        roof();
        ground();
    }

    private void walls(int bays) {
        pen.fill(new Outline().box(LEFT, BEAM, RIGHT - LEFT, FLOOR - BEAM), Ink.WASH);
        double bay = (RIGHT - LEFT) / bays;
        for (int i = 0; i <= bays; i++) {
            double x = LEFT + i * bay;
            pen.fill(
                    new Outline().box(x - POST / 2, BEAM - 1.5, POST, FLOOR - BEAM + 1.5),
                    Ink.CELADON);
            pen.fill(new Outline().box(x - 1.7, FLOOR - 1.2, 3.4, 1.2), Ink.DEEP_CELADON);
        }
        pen.stroke(new Outline().move(LEFT, BEAM).line(RIGHT, BEAM), Ink.CELADON, 0.5);
    }

    private void window(double x, double width, boolean lit, boolean star) {
        double top = BEAM + 3.5;
        double height = FLOOR - top - 5.5;
        double scoop = Math.min(2.4, width * 0.14);
        Outline frame = Outline.scooped(x, top, width, height, scoop);
        if (lit) {
            pen.glow(frame, top, top + height, Ink.LIT, Ink.LAMP);
        } else {
            pen.fill(frame, Ink.PAPER);
        }
        lattice(x, top, width, height, lit ? Ink.LATTICE : Ink.PALE_CELADON);
        pen.stroke(frame, lit ? Ink.GOLD : Ink.MID_CELADON, 0.42);
        if (lit && star) {
            double centre = top + height * 0.31;
            double round = Math.min(5.2, width * 0.32);
            pen.fill(Outline.circle(x + width / 2, centre, round), Ink.GLOW);
            pen.fill(Outline.star(x + width / 2, centre + 0.2, round * 0.86), Ink.STAR);
        }
    }

    private void lattice(double x, double top, double width, double height, Ink ink) {
        double sill = top + height * 0.64;
        double foot = top + height * 0.75;
        Outline bars = new Outline();
        for (double at : new double[] {0.25, 0.75}) {
            bars.move(x + width * at, top + height * 0.11).line(x + width * at, sill);
        }
        bars.move(x + width / 2, top).line(x + width / 2, top + height);
        for (double at : new double[] {0.11, 0.24, 0.37, 0.5}) {
            bars.move(x, top + height * at).line(x + width, top + height * at);
        }
        bars.move(x, sill).line(x + width, sill).move(x, foot - 2).line(x + width, foot - 2);
        pen.stroke(bars, ink, 0.22);
        double panel = width * 0.28;
        pen.stroke(
                new Outline()
                        .box(x + width * 0.14, foot, panel, height * 0.18)
                        .box(x + width * 0.58, foot, panel, height * 0.18),
                ink,
                0.22);
    }

    private void roof() {
        double eaveLeft = 23;
        double eaveRight = 140;
        double eave = 76;
        double ridge = 56.5;
        Outline shape =
                new Outline()
                        .move(eaveLeft, eave)
                        .curve(35, 74, 43, 64, 47, ridge)
                        .line(116, ridge)
                        .curve(120, 64, 128, 74, eaveRight, eave)
                        .curve(137, 78.8, 134, 79.6, 130, 79.6)
                        .line(33, 79.6)
                        .curve(29, 79.6, 26, 78.8, eaveLeft, eave)
                        .close();
        pen.fill(shape, Ink.CELADON);
        Outline tiles = new Outline();
        int rows = 34;
        for (int i = 0; i <= rows; i++) {
            double at = i / (double) rows;
            double high = 48.2 + at * 66.6;
            double low = 31 + at * 101;
            double bend = 41.5 + at * 80;
            tiles.move(high, ridge + 0.6)
                    .curve(high - (0.5 - at) * 3, ridge + 6, bend, eave - 3, low, 79.2);
        }
        pen.stroke(tiles, Ink.TILE, 0.28);
        pen.stroke(new Outline().move(46, ridge).line(117, ridge), Ink.DEEP_CELADON, 1.3);
        Outline horns =
                new Outline()
                        .move(47, ridge)
                        .curve(44.5, ridge, 43.4, 55.6, 42.8, 53.2)
                        .move(116, ridge)
                        .curve(118.5, ridge, 119.6, 55.6, 120.2, 53.2);
        pen.stroke(horns, Ink.DEEP_CELADON, 0.9);
        for (double x = LEFT - 0.5; x <= RIGHT + 0.6; x += 3.7) {
            pen.fill(Outline.circle(x, 81.1, 0.5), Ink.PALE_CELADON);
        }
    }

    private void ground() {
        pen.stroke(new Outline().move(27.5, 133.5).line(135.5, 133.5), Ink.DEEP_CELADON, 0.6);
        pen.stroke(new Outline().move(23.5, 135.9).line(139.5, 135.9), Ink.DEEP_CELADON, 0.6);
    }
}
