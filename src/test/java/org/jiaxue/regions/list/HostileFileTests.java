package org.jiaxue.regions.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.jiaxue.regions.Regions;
import org.jiaxue.regions.SchoolListReport.Fault;
import org.junit.jupiter.api.Test;

/** What a list may not be: each is refused with its place, before memory grows. */
class HostileFileTests {

    @Test
    void another_encoding_is_named_with_its_row_and_byte() {
        byte[] gbk = Lists.in(Charset.forName("GBK"), "code,name,type", "1,上城小学,小学");
        Lists.refuses(gbk, "regions.list.not-utf8", 2, 3);

        byte[] late = Lists.csv(Lists.HEAD, "1,一小,小学", "2,二小,小学");
        late[late.length - 1] = (byte) 0xFF;
        Lists.refuses(late, "regions.list.not-utf8", 3, 13);

        Lists.refuses(
                ("\uFEFF" + Lists.HEAD).getBytes(StandardCharsets.UTF_16LE), "regions.list.utf16");
        byte[] marked = ("\uFEFF" + Lists.HEAD + "\n1,一小,小学").getBytes(StandardCharsets.UTF_8);
        assertThat(Lists.read(marked).faults()).isEmpty();
    }

    @Test
    void a_missing_column_is_named_in_both_languages() {
        assertThat(Lists.read(Lists.csv("学校代码,学校名称,地址", "1,一小,某路")).faults())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.row()).isEqualTo(1);
                    assertThat(it.column()).isEqualTo("办学类型 / School type");
                    assertThat(it.key()).isEqualTo("regions.list.no-column");
                });
        assertThat(Lists.read(Lists.csv("学校代码;学校名称;办学类型", "1;一小;小学")).faults())
                .extracting(Fault::key)
                .containsOnly("regions.list.separator");
        assertThat(Lists.read(Lists.csv(Lists.HEAD + ",名称", "1,一小,小学,二")).faults())
                .extracting(Fault::column, Fault::key)
                .containsExactly(Tuple.tuple("名称", "regions.list.column-twice"));
    }

    @Test
    void a_hundred_thousand_rows_are_refused_at_the_row_where_the_bound_lies() {
        byte[] csv =
                Lists.csv(
                        Stream.concat(
                                        Stream.of(Lists.HEAD),
                                        IntStream.range(0, 100_000)
                                                .mapToObj(i -> i + ",校" + i + ",小学"))
                                .toArray(String[]::new));
        assertThat(csv.length).isLessThan(ListReader.MOST_BYTES);
        Lists.refuses(csv, "regions.list.too-many", Regions.MOST_SCHOOLS, 5_002);

        byte[] xlsx =
                Lists.xlsx(sheet -> {
                    Lists.row(sheet, 0, "学校代码", "学校名称", "办学类型");
                    for (int i = 1; i <= 100_000; i++) {
                        Lists.row(sheet, i, "c" + i, "校" + i, "小学");
                    }
                });
        Lists.refuses(xlsx, "regions.list.too-many", Regions.MOST_SCHOOLS, 5_002);
    }

    @Test
    void blank_rows_do_not_count_until_there_are_too_many() {
        String[] lines = new String[ListReader.MOST_LINES + 2];
        Arrays.fill(lines, ",,");
        lines[0] = Lists.HEAD;
        lines[1] = "1,一小,小学";
        assertThat(Lists.read(Lists.csv(Arrays.copyOf(lines, ListReader.MOST_LINES))).schools())
                .hasSize(1);
        Lists.refuses(
                Lists.csv(lines),
                "regions.list.too-many",
                Regions.MOST_SCHOOLS,
                ListReader.MOST_LINES + 1);
    }

    @Test
    void more_bytes_columns_or_characters_than_a_list_has_are_refused() {
        Lists.refuses(new byte[ListReader.MOST_BYTES + 1], "regions.list.too-large", 4);
        Lists.refuses(
                Lists.csv(Lists.HEAD + ",x".repeat(40), "1,一小,小学"),
                "regions.list.many-columns",
                1,
                ListReader.MOST_COLUMNS);
        byte[] wide = Lists.csv(Lists.HEAD, "1,\"" + "长".repeat(100_000) + "\",小学");
        assertThat(Lists.read(wide).faults())
                .extracting(Fault::row, Fault::column, Fault::key)
                .containsExactly(Tuple.tuple(2, "学校名称", "regions.list.too-long"));
        Lists.refuses(Lists.csv(Lists.HEAD, "1,\"一小,小学", "2,二小,小学"), "regions.list.csv-broken", 2);
        Lists.refuses(new byte[0], "regions.list.empty");
        Lists.refuses(Lists.csv(Lists.HEAD), "regions.list.no-rows");
    }
}
