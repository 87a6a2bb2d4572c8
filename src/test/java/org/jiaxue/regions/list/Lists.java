package org.jiaxue.regions.list;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Files as officers and others bring them. */
final class Lists {

    static final String HEAD = "学校代码,学校名称,办学类型";

    private Lists() {}

    static byte[] csv(String... lines) {
        return String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] in(Charset charset, String... lines) {
        return String.join("\r\n", lines).getBytes(charset);
    }

    static byte[] xlsx(Consumer<Worksheet> sheet) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            sheet.accept(workbook.newWorksheet("名单"));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return out.toByteArray();
    }

    static void row(Worksheet sheet, int row, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            sheet.value(row, i, cells[i]);
        }
    }

    /** A workbook whose only sheet is written by hand. */
    static byte[] workbook(Part sheet, String shared) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(9);
            frame(zip);
            part(zip, "xl/sharedStrings.xml", shared);
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
            sheet.write(zip);
            zip.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    /** What every workbook has: what its parts are, and where its sheet is. */
    private static void frame(ZipOutputStream zip) throws IOException {
        part(
                zip,
                "[Content_Types].xml",
                """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Override PartName="/xl/workbook.xml"
                  ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.\
                sheet.main+xml"/>
                <Override PartName="/xl/sharedStrings.xml"
                  ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.\
                sharedStrings+xml"/></Types>
                """);
        part(
                zip,
                "xl/workbook.xml",
                """
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                  xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                <sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>
                """);
        part(
                zip,
                "xl/_rels/workbook.xml.rels",
                """
                <Relationships
                  xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="rId1" Target="worksheets/sheet1.xml" Type="x"/>
                </Relationships>
                """);
    }

    /** Writes a part of a workbook. */
    interface Part {
        void write(ZipOutputStream out) throws IOException;
    }

    static Part text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
