package org.jiaxue.credentials.paper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.TestAssertion.Status;

/** Looks into a certificate as others will: a validator, a reader of text, a camera. */
public final class Sheets {

    private static final int DOTS_AN_INCH = 150;

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private Sheets() {}

    /** What a flavour's validator holds against it; empty when it conforms. */
    public static String flaws(byte[] pdf, PDFAFlavour flavour)
            throws IOException, VeraPDFException {
        try (PDFAParser parser =
                        Foundries.defaultInstance()
                                .createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, false)) {
            StringBuilder flaws = new StringBuilder();
            for (TestAssertion each : validator.validate(parser).getTestAssertions()) {
                if (each.getStatus() != Status.PASSED) {
                    flaws.append(each.getRuleId()).append(each.getMessage()).append('\n');
                }
            }
            return flaws.toString();
        }
    }

    /** The text, without the blanks between lines. */
    public static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** The attached credential. */
    public static String credential(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new String(attachment(document).getEmbeddedFileUnicode().toByteArray(), UTF_8);
        }
    }

    /** What the attached credential is to the sheet. */
    public static String relationship(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return attachment(document)
                    .getCOSObject()
                    .getNameAsString(COSName.getPDFName("AFRelationship"));
        }
    }

    private static PDComplexFileSpecification attachment(PDDocument document) throws IOException {
        var files = document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
        return Objects.requireNonNull(files.get(Archive.CREDENTIAL));
    }

    public static BufferedImage picture(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(0, DOTS_AN_INCH);
        }
    }
}
