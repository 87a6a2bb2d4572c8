package org.jiaxue.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Purpose;
import org.jiaxue.regions.Division;
import org.jiaxue.regions.Regions;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Times;
import org.springframework.stereotype.Component;

/** Signs up the sample guardians: three with a case of their own, the rest by a fixed draw. */
@Component
@DemoOnly
class Cast {

    static final String COUNTY = "330102";
    private static final List<String> NEIGHBOURS = List.of("330105", "330106");
    private static final int OF_TEN_IN_THE_COUNTY = 7;

    /** Of a hundred in the county, how many live in each of the first townships. */
    private static final int OF_HUNDRED_IN_A_LARGE_ONE = 34;

    private static final int LARGE_ONES = 2;
    private static final int HUNDRED = 100;
    private static final long FIRST_PHONE = 19_900_000_000L;
    private static final List<String> SURNAMES =
            List.of("沈", "陈", "林", "周", "吴", "徐", "朱", "胡", "方", "何", "钱", "叶");
    private static final Set<Purpose> ALL = Set.of(Purpose.RECORDS, Purpose.CHILDREN);

    private final People people;
    private final Regions regions;
    private final Times times;

    Cast(People people, Regions regions, Times times) {
        this.people = people;
        this.regions = regions;
        this.times = times;
    }

    /** A sample guardian and how much they take to learning, from 0 to 1. */
    record Member(GuardianId id, String name, String phone, String division, double keen) {}

    /** The three cases come first: fresh, near, holder. */
    List<Member> signUp(int guardians) {
        Random draw = new Random(42);
        List<Member> cast = new ArrayList<>();
        List<String> townships = regions.children(COUNTY).stream().map(Division::code).toList();
        for (int number = 0; number < guardians; number++) {
            boolean named = number < 3;
            String division = named ? townships.getFirst() : divisionFor(draw, townships, number);
            int age = named ? 8 : draw.nextInt(16);
            cast.add(signUp(number, division, age, named ? 0 : keenness(draw)));
        }
        return cast;
    }

    private static double keenness(Random draw) {
        double mood = draw.nextDouble();
        return mood < 0.15 ? 0 : mood;
    }

    /**
     * Two townships of the county are full, the others almost empty: so there are figures to show
     * even of a few hundred people, and figures to withhold.
     */
    private String divisionFor(Random draw, List<String> townships, int number) {
        if (draw.nextInt(10) < OF_TEN_IN_THE_COUNTY) {
            int large = draw.nextInt(HUNDRED) / OF_HUNDRED_IN_A_LARGE_ONE;
            return large < LARGE_ONES
                    ? townships.get(large)
                    : townships.get(LARGE_ONES + draw.nextInt(townships.size() - LARGE_ONES));
        }
        List<Division> elsewhere = regions.children(NEIGHBOURS.get(number % NEIGHBOURS.size()));
        return elsewhere.get(draw.nextInt(Math.min(3, elsewhere.size()))).code();
    }

    private Member signUp(int number, String division, int age, double keen) {
        String phone = Long.toString(FIRST_PHONE + number);
        String name = "示例家长" + SURNAMES.get(number % SURNAMES.size()) + (number + 1);
        GuardianId id = people.register(new Phone(phone), name, division);
        ALL.forEach(purpose -> people.giveConsent(id, purpose));
        LocalDate today = times.today();
        people.addChild(id, YearMonth.from(today.minusYears(age).minusMonths(3)));
        return new Member(id, name, phone, division, keen);
    }
}
