package org.jiaxue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jiaxue.regions.Organisation;
import org.jiaxue.regions.Regions;
import org.jiaxue.regions.SchoolImport;
import org.springframework.context.ApplicationContext;

/** A school of a test's own, in a county that has none yet. */
public final class SampleSchool {

    private SampleSchool() {}

    /** Its id among the organisations; told again it is the same. */
    public static UUID in(String county, ApplicationContext house) {
        String list =
                """
                [{"id": "%1$s", "name": "教育集团", "school": [{"id": "1-%1$s", "name": "第一小学"}]}]
                """
                        .formatted(county);
        try {
            house.getBean(SchoolImport.class)
                    .take(
                            new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8)),
                            county,
                            "a-test");
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return house.getBean(Regions.class).schools(county).stream()
                .filter(it -> it.name().equals("第一小学"))
                .map(Organisation::id)
                .findFirst()
                .orElseThrow();
    }
}
