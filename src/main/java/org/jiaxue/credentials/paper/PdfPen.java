package org.jiaxue.credentials.paper;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.function.PDFunctionType2;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.shading.PDShading;
import org.apache.pdfbox.pdmodel.graphics.shading.PDShadingType2;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.jspecify.annotations.Nullable;

/** Draws into a page and builds the structure that a screen reader follows. */
final class PdfPen implements Pen {

    /** Points in a millimetre. */
    static final float POINTS = 72 / 25.4f;

    /** How much a bold letter's outline is thickened, of its size. */
    private static final float WEIGHT = 0.028f;

    private static final float LIGHT_WEIGHT = 0.012f;

    private final PDPage page;
    private final PDPageContentStream out;
    private final Map<Typeface, PDFont> fonts;
    private final PDStructureElement root;
    private final COSArray parents;

    /**
     * A pen for one page.
     *
     * @param root the element that stretches become children of
     * @param parents receives the element of each stretch, by its number on the page
     */
    PdfPen(
            PDPage page,
            PDPageContentStream out,
            Map<Typeface, PDFont> fonts,
            PDStructureElement root,
            COSArray parents) {
        this.page = page;
        this.out = out;
        this.fonts = Map.copyOf(fonts);
        this.root = root;
        this.parents = parents;
    }

    @Override
    public void begin(Role role, boolean english, @Nullable String spoken) {
        drawn(() -> {
            if (role == Role.ORNAMENT) {
                out.beginMarkedContent(COSName.ARTIFACT);
                return;
            }
            int number = parents.size();
            PDStructureElement element = new PDStructureElement(role.tag(), root);
            element.setPage(page);
            element.setLanguage(english ? "en" : "zh-CN");
            if (spoken != null) {
                element.setAlternateDescription(spoken);
            }
            element.appendKid(number);
            root.appendKid(element);
            parents.add(element.getCOSObject());
            out.beginMarkedContent(COSName.getPDFName(role.tag()), number);
        });
    }

    @Override
    public void end() {
        drawn(out::endMarkedContent);
    }

    @Override
    public void fill(Outline outline, Ink ink) {
        drawn(() -> {
            out.setNonStrokingColor(new Color(ink.rgb()));
            trace(outline);
            out.fill();
        });
    }

    @Override
    public void stroke(Outline outline, Ink ink, double width) {
        drawn(() -> {
            out.setStrokingColor(new Color(ink.rgb()));
            out.setLineWidth(points(width));
            out.setLineCapStyle(1);
            out.setLineJoinStyle(1);
            trace(outline);
            out.stroke();
        });
    }

    /** From one colour at the top to another at the bottom (axial shading, 8.7.4.5.3). */
    @Override
    public void glow(Outline outline, double top, double bottom, Ink high, Ink low) {
        drawn(() -> {
            PDShadingType2 shading = new PDShadingType2(new COSDictionary());
            shading.setShadingType(PDShading.SHADING_TYPE2);
            shading.setColorSpace(PDDeviceRGB.INSTANCE);
            shading.setCoords(numbers(0, y(top), 0, y(bottom)));
            COSDictionary between = new COSDictionary();
            between.setInt(COSName.FUNCTION_TYPE, 2);
            between.setItem(COSName.DOMAIN, numbers(0, 1));
            between.setItem(COSName.C0, numbers(high.parts()));
            between.setItem(COSName.C1, numbers(low.parts()));
            between.setInt(COSName.N, 1);
            shading.setFunction(new PDFunctionType2(between));
            out.saveGraphicsState();
            trace(outline);
            out.clip();
            out.shadingFill(shading);
            out.restoreGraphicsState();
        });
    }

    @Override
    public void write(Line line) {
        drawn(() -> {
            List<Run> runs = runs(line);
            float width = 0;
            for (Run run : runs) {
                width += font(run).getStringWidth(run.text()) / 1000 * points(line.size());
            }
            float back =
                    switch (line.anchor()) {
                        case START -> 0;
                        case MIDDLE -> width / 2;
                        case END -> width;
                    };
            Color colour = new Color(line.ink().rgb());
            out.beginText();
            out.setNonStrokingColor(colour);
            out.setStrokingColor(colour);
            out.setRenderingMode(line.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
            out.newLineAtOffset(x(line.x()) - back, y(line.y()));
            for (Run run : runs) {
                float weight = run.face().equals(Typeface.KAI) ? WEIGHT : LIGHT_WEIGHT;
                out.setLineWidth(points(line.size()) * weight);
                out.setFont(font(run), points(line.size()));
                out.showText(run.text());
            }
            out.endText();
        });
    }

    /** A stretch of a line in one typeface. */
    private record Run(Typeface face, String text) {}

    private PDFont font(Run run) {
        return Objects.requireNonNull(fonts.get(run.face()));
    }

    private static List<Run> runs(Line line) {
        List<Run> runs = new ArrayList<>();
        for (int point : line.text().codePoints().toArray()) {
            Typeface face = Typeface.of(point);
            String letter = Character.toString(point);
            if (!runs.isEmpty() && runs.getLast().face().equals(face)) {
                letter = runs.removeLast().text() + letter;
            }
            runs.add(new Run(face, letter));
        }
        return runs;
    }

    private static COSArray numbers(float... values) {
        COSArray array = new COSArray();
        array.setFloatArray(values);
        return array;
    }

    private void trace(Outline outline) throws IOException {
        for (Outline.Step step : outline.steps()) {
            switch (step) {
                case Outline.Move(double x, double y) -> out.moveTo(x(x), y(y));
                case Outline.Line(double x, double y) -> out.lineTo(x(x), y(y));
                case Outline.Curve(double a, double b, double c, double d, double x, double y) ->
                        out.curveTo(x(a), y(b), x(c), y(d), x(x), y(y));
                case Outline.Close() -> out.closePath();
            }
        }
    }

    private static float points(double millimetres) {
        return (float) millimetres * POINTS;
    }

    private static float x(double millimetres) {
        return points(millimetres);
    }

    private static float y(double millimetres) {
        return points(Certificate.HEIGHT - millimetres);
    }

    private interface Drawing {
        void draw() throws IOException;
    }

    /** The page is in memory, so nothing can fail that is not a fault of ours. */
    private static void drawn(Drawing drawing) {
        try {
            drawing.draw();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
