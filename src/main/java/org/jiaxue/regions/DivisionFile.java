package org.jiaxue.regions;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jiaxue.web.Words;
import org.springframework.core.io.ClassPathResource;

/** A file of divisions that ships: code, Chinese name, English name or nothing, one a line. */
final class DivisionFile {

    private final String name;
    private final byte[] bytes;

    DivisionFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    String name() {
        return name;
    }

    /** The files that ship; each province stands in one of them. */
    static List<DivisionFile> shipped() {
        return List.of(read("zhejiang-divisions.csv.gz"), read("china-divisions.csv.gz"));
    }

    private static DivisionFile read(String name) {
        try {
            return new DivisionFile(
                    name, new ClassPathResource("regions/" + name).getContentAsByteArray());
        } catch (IOException missing) {
            throw new IllegalStateException("The file of divisions is missing", missing);
        }
    }

    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }

    List<Division> divisions() {
        try (GZIPInputStream text = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(DivisionFile::division)
                    .toList();
        } catch (IOException broken) {
            throw new IllegalStateException("The file of divisions is broken", broken);
        }
    }

    private static Division division(String line) {
        String[] cells = line.split(",", -1);
        return new Division(
                cells[0], new Words(cells[1], cells[2].isEmpty() ? cells[1] : cells[2]));
    }
}
