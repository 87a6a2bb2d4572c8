package org.jiaxue.regions.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jiaxue.web.Refusal;

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
        return workbook("worksheets/sheet1.xml", sheet, text(shared));
    }

    /** A workbook whose only sheet is the part of that name below xl. */
    static byte[] workbook(String name, Part sheet, Part shared) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(9);
            frame(zip, name);
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            shared.write(zip);
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("xl/" + name));
            zip.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
            sheet.write(zip);
            zip.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    /** The same text so many times over. */
    static Part repeated(String text, int times) {
        byte[] many = text.repeat(1_000).getBytes(StandardCharsets.UTF_8);
        return out -> {
            for (int i = 0; i < times / 1_000; i++) {
                out.write(many);
            }
            out.write(text.repeat(times % 1_000).getBytes(StandardCharsets.UTF_8));
        };
    }

    static Part joined(Part... parts) {
        return out -> {
            for (Part part : parts) {
                part.write(out);
            }
        };
    }

    /** A cell whose text stands in it. */
    static String cell(String address, String text) {
        return "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    /** A heading row, as a sheet written by hand begins. */
    static String heading() {
        return "<row r=\"1\">"
                + cell("A1", "学校代码")
                + cell("B1", "学校名称")
                + cell("C1", "办学类型")
                + "</row>";
    }

    /** What every workbook has: what its parts are, and where its sheet is. */
    private static void frame(ZipOutputStream zip, String sheet) throws IOException {
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
                <Relationship Id="rId1" Target="%s" Type="x/worksheet"/>
                <Relationship Id="rId2" Target="sharedStrings.xml" Type="x/sharedStrings"/>
                </Relationships>
                """
                        .formatted(sheet));
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

    static ListReader.Reading read(byte[] bytes) {
        return ListReader.read(bytes);
    }

    /** Holds that a file is refused as a whole, with this sentence and what stands in it. */
    static void refuses(byte[] bytes, String code, Object... args) {
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> {
                            assertThat(it.problem().code()).isEqualTo(code);
                            assertThat(it.problem().args()).containsExactly(args);
                        });
    }
}
