package org.jiaxue.credentials.paper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * Puts a sheet into a file that will still open in decades: PDF/A-3b (ISO 19005-3), tagged as
 * PDF/UA-1 (ISO 14289-1) asks, with the credential inside. The same sheet gives the same bytes.
 */
final class Archive {

    /** The attachment's name. */
    static final String CREDENTIAL = "credential.json";

    private static final ICC_Profile SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB);

    private Archive() {}

    /**
     * The file.
     *
     * @param credential the signed document, to be attached word for word
     * @param at when it was signed, which is the only time that the file knows
     */
    static byte[] of(Sheet sheet, String credential, Instant at) {
        try (PDDocument document = new PDDocument();
                TrueTypeFont serif = Typeface.SERIF.open();
                TrueTypeFont kai = Typeface.KAI.open()) {
            document.getDocument().setVersion(1.7f);
            document.setDocumentId((long) sheet.number().hashCode());
            describe(document, sheet, at);
            attach(document, credential, at);
            Map<Typeface, PDFont> fonts =
                    Map.of(
                            Typeface.SERIF, PDType0Font.load(document, serif, true),
                            Typeface.KAI, PDType0Font.load(document, kai, true));
            draw(document, fonts, sheet);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            document.save(file);
            return file.toByteArray();
        } catch (IOException fault) {
            throw new IllegalStateException("The certificate could not be laid out", fault);
        }
    }

    private static void describe(PDDocument document, Sheet sheet, Instant at) throws IOException {
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.setLanguage("zh-CN");
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(Xmp.of(sheet, at).getBytes(UTF_8));
        catalog.setMetadata(metadata);
        PDMarkInfo marked = new PDMarkInfo();
        marked.setMarked(true);
        catalog.setMarkInfo(marked);
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        PDOutputIntent intent =
                new PDOutputIntent(document, new ByteArrayInputStream(SRGB.getData()));
        intent.setInfo("sRGB IEC61966-2.1");
        intent.setOutputCondition("sRGB");
        intent.setOutputConditionIdentifier("sRGB IEC61966-2.1");
        intent.setRegistryName("http://www.color.org");
        catalog.addOutputIntent(intent);
    }

    /** The credential is the source; the sheet is one way to lay it out. */
    private static void attach(PDDocument document, String credential, Instant at)
            throws IOException {
        byte[] bytes = credential.getBytes(UTF_8);
        PDEmbeddedFile file =
                new PDEmbeddedFile(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
        file.setSubtype("application/vc");
        file.setSize(bytes.length);
        file.setModDate(GregorianCalendar.from(at.atZone(ZoneOffset.UTC)));
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(CREDENTIAL);
        specification.setFileUnicode(CREDENTIAL);
        specification.setFileDescription("Open Badges 3.0");
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        COSDictionary named = specification.getCOSObject();
        named.setItem(COSName.getPDFName("AFRelationship"), COSName.getPDFName("Source"));
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(CREDENTIAL, specification));
        PDDocumentNameDictionary names =
                new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
        COSArray associated = new COSArray();
        associated.add(named);
        document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("AF"), associated);
    }

    private static void draw(PDDocument document, Map<Typeface, PDFont> fonts, Sheet sheet)
            throws IOException {
        PDPage page =
                new PDPage(
                        new PDRectangle(
                                (float) Certificate.WIDTH * PdfPen.POINTS,
                                (float) Certificate.HEIGHT * PdfPen.POINTS));
        document.addPage(page);
        page.setStructParents(0);
        PDStructureTreeRoot tree = new PDStructureTreeRoot();
        PDStructureElement root = new PDStructureElement("Document", tree);
        root.setTitle(sheet.title().zh());
        tree.appendKid(root);
        COSArray parents = new COSArray();
        try (PDPageContentStream out = new PDPageContentStream(document, page)) {
            Certificate.draw(sheet, new PdfPen(page, out, fonts, root, parents));
        }
        COSDictionary numbers = new COSDictionary();
        numbers.setItem(COSName.NUMS, new COSArray(List.of(COSInteger.ZERO, parents)));
        tree.getCOSObject().setItem(COSName.PARENT_TREE, numbers);
        tree.setParentTreeNextKey(1);
        document.getDocumentCatalog().setStructureTreeRoot(tree);
    }
}
