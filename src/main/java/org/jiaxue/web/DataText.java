package org.jiaxue.web;

import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Writes fields as YAML text that {@link DataFile} reads as the same again. */
public final class DataText {

    private static final int WIDTH = 100;

    private static final DumpSettings SETTINGS =
            DumpSettings.builder()
                    .setDefaultFlowStyle(FlowStyle.BLOCK)
                    .setIndicatorIndent(2)
                    .setIndentWithIndicator(true)
                    .setWidth(WIDTH)
                    .setSplitLines(false)
                    .setDereferenceAliases(true)
                    .build();

    private DataText() {}

    /**
     * Writes the fields in their order.
     *
     * @param fields texts, whole numbers, flags, lists and further fields
     */
    public static String write(Map<String, ?> fields) {
        return new Dump(SETTINGS).dumpToString(fields);
    }
}
