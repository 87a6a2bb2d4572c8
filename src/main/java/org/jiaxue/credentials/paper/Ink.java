package org.jiaxue.credentials.paper;

/** The colours of the sheet (sRGB). Paper stays paper in every theme. */
enum Ink {
    PAPER(0xFBFAF4),
    WHITE(0xFFFFFF),
    BLACK(0x1B2A26),
    GREY(0x46564F),
    CELADON(0x1F6557),
    DEEP_CELADON(0x174F44),
    MID_CELADON(0x5E9A88),
    PALE_CELADON(0xBCD6CB),
    WASH(0xF4F5EA),
    TILE(0x4B8C7C),
    LAMP(0xF0B64A),
    LIT(0xFFE2A0),
    GLOW(0xFDEBC8),
    LATTICE(0xC98F28),
    GOLD(0xAE7412),
    STAR(0x7A4F00),
    SEAL(0xA63A2B);

    private final int rgb;

    Ink(int rgb) {
        this.rgb = rgb;
    }

    int rgb() {
        return rgb;
    }

    /** Red, green and blue, each from 0 to 1. */
    float[] parts() {
        return new float[] {(rgb >> 16) / 255f, (rgb >> 8 & 0xFF) / 255f, (rgb & 0xFF) / 255f};
    }

    /** As an SVG attribute writes it. */
    String hex() {
        return "#%06X".formatted(rgb);
    }
}
