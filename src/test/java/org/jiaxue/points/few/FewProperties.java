package org.jiaxue.points.few;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jiaxue.points.few.Few.Sum;
import org.jiaxue.points.few.Few.Told;

class FewProperties {

    @Property
    void nothing_small_is_told_and_nothing_small_follows_by_subtraction(
            @ForAll("sums") List<Sum> sums) {
        Told told = Few.tell(sums);

        assertThat(told.counties()).noneMatch(Sum::small);
        Sum all = told.all();
        if (all == null) {
            assertThat(told.counties()).isEmpty();
            return;
        }
        assertThat(all.small()).isFalse();
        List<Sum> withheld = new ArrayList<>(sums);
        withheld.removeIf(it -> it.guardians() == 0 && it.residents() == 0);
        withheld.removeAll(told.counties());
        if (!withheld.isEmpty() && withheld.size() < sums.size()) {
            long rest = all.guardians();
            long residents = all.residents();
            for (Sum one : told.counties()) {
                rest -= one.guardians();
                residents -= one.residents();
            }
            assertThat(told.counties().isEmpty() || withheld.size() > 1).isTrue();
            assertThat(rest).isGreaterThanOrEqualTo(Few.LEAST);
            assertThat(residents - rest).isGreaterThanOrEqualTo(Few.LEAST);
        }
    }

    @Property
    void what_is_large_everywhere_is_told_everywhere(@ForAll("large") List<Sum> sums) {
        Told told = Few.tell(sums);

        assertThat(told.counties()).containsExactlyElementsOf(sums);
        assertThat(told.withheld()).isFalse();
    }

    @Example
    void beside_a_small_county_the_smallest_of_the_others_is_withheld() {
        Told told =
                Few.tell(
                        List.of(
                                new Sum("330802", 20, 20, 40),
                                new Sum("330803", 25, 30, 40),
                                new Sum("330822", 4, 4, 20)));

        assertThat(told.counties()).extracting(Sum::county).containsExactly("330803");
        assertThat(told.all()).isEqualTo(new Sum("", 49, 54, 100));
        assertThat(told.withheld()).isTrue();
    }

    @Example
    void none_looks_as_few_do() {
        assertThat(Few.tell(List.of(new Sum("330802", 0, 0, 40))).all()).isNull();
        assertThat(Few.tell(List.of(new Sum("330802", 9, 9, 40))).all()).isNull();
        assertThat(Few.tell(List.of(new Sum("330802", 31, 31, 40))).all()).isNull();
        assertThat(Few.tell(List.of())).isEqualTo(new Told(null, List.of(), false));
    }

    @Provide
    Arbitrary<List<Sum>> sums() {
        return sum(0, 40).list().ofMaxSize(8).map(FewProperties::named);
    }

    @Provide
    Arbitrary<List<Sum>> large() {
        return sum(Few.LEAST, 60)
                .map(it ->
                        new Sum(
                                "",
                                it.guardians(),
                                it.points(),
                                it.guardians() + Few.LEAST + it.residents()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(FewProperties::named);
    }

    private static Arbitrary<Sum> sum(long least, long most) {
        Arbitrary<Long> guardians = Arbitraries.longs().between(least, most);
        Arbitrary<Long> residents = Arbitraries.longs().between(0, 60);
        return Combinators.combine(guardians, residents)
                .as((many, residing) -> new Sum("", many, many * 3, residing));
    }

    private static List<Sum> named(List<Sum> sums) {
        List<Sum> named = new ArrayList<>();
        for (Sum one : sums) {
            String county = "3308%02d".formatted(named.size());
            named.add(new Sum(county, one.guardians(), one.points(), one.residents()));
        }
        return named;
    }
}
