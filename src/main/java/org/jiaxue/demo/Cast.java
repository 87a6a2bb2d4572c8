package org.jiaxue.demo;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Purpose;
import org.jiaxue.identity.Stage;
import org.jiaxue.regions.Division;
import org.jiaxue.regions.Regions;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Times;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Signs up the sample guardians: three with a case of their own, the rest by a fixed draw. */
@Component
@DemoOnly
class Cast {

    static final String COUNTY = "330102";

    /** Half of all live in these, four of six of them in the first, so that their figures show. */
    static final List<String> FULL_COUNTIES = List.of(COUNTY, "330105", "330106");

    private static final int SIXTHS = 6;
    private static final String PROVINCE = "33";

    /** Of a hundred in a full county, how many live in each of its first townships. */
    private static final int OF_HUNDRED_IN_A_LARGE_ONE = 34;

    private static final int LARGE_ONES = 2;
    private static final int HUNDRED = 100;
    private static final int CASES = 3;
    private static final int YEARS_OF_THE_CASES = 8;
    private static final int OLDEST = 18;
    private static final double NOT_TAKING_PART = 0.3;
    private static final long FIRST_PHONE = 19_900_000_000L;
    private static final List<String> SURNAMES =
            List.of("沈", "陈", "林", "周", "吴", "徐", "朱", "胡", "方", "何", "钱", "叶");
    private static final Set<Purpose> ALL = Set.of(Purpose.RECORDS, Purpose.CHILDREN);

    private final People people;
    private final Regions regions;
    private final TransactionTemplate together;
    private final Times times;

    Cast(People people, Regions regions, PlatformTransactionManager transactions, Times times) {
        this.people = people;
        this.regions = regions;
        this.together = new TransactionTemplate(transactions);
        this.times = times;
    }

    /** A sample guardian, the stage of the child, and how much they take to learning, 0 to 1. */
    record Member(
            GuardianId id, String name, String phone, String division, Stage stage, double keen) {}

    /** What is drawn of somebody before they sign up. */
    private record Drawn(int number, String division, int age, double keen) {}

    /** The three cases come first: fresh, near, holder. */
    List<Member> signUp(int guardians) {
        Random draw = new Random(42);
        List<String> scattered =
                regions.children(PROVINCE).stream()
                        .flatMap(city -> regions.children(city.code()).stream())
                        .map(Division::code)
                        .filter(county -> !FULL_COUNTIES.contains(county))
                        .toList();
        List<Drawn> drawn = new ArrayList<>();
        for (int number = 0; number < guardians; number++) {
            drawn.add(draw(draw, number, scattered));
        }
        Map<Integer, Member> cast = new ConcurrentHashMap<>();
        Crowd.each(drawn, one -> cast.put(one.number(), signUp(one)));
        return drawn.stream().map(one -> requireNonNull(cast.get(one.number()))).toList();
    }

    private Drawn draw(Random draw, int number, List<String> scattered) {
        if (number < CASES) {
            return new Drawn(number, townships(COUNTY).getFirst(), YEARS_OF_THE_CASES, 0);
        }
        String division =
                number % 2 == 0
                        ? full(draw, FULL_COUNTIES.get(Math.max(0, number / 2 % SIXTHS - 3)))
                        : scattered.get(draw.nextInt(scattered.size()));
        return new Drawn(number, division, draw.nextInt(OLDEST), keenness(draw));
    }

    /** Many take no part and most of the others little. */
    private static double keenness(Random draw) {
        double mood = draw.nextDouble();
        return draw.nextDouble() < NOT_TAKING_PART ? 0 : mood * mood;
    }

    /**
     * Two townships of a full county are full, the others almost empty: so there are figures to
     * show even of a few hundred people, and figures to withhold.
     */
    private String full(Random draw, String county) {
        List<String> townships = townships(county);
        int large = draw.nextInt(HUNDRED) / OF_HUNDRED_IN_A_LARGE_ONE;
        return large < LARGE_ONES
                ? townships.get(large)
                : townships.get(LARGE_ONES + draw.nextInt(townships.size() - LARGE_ONES));
    }

    private List<String> townships(String county) {
        return regions.children(county).stream().map(Division::code).toList();
    }

    private Member signUp(Drawn one) {
        String phone = Long.toString(FIRST_PHONE + one.number());
        String name = "示例家长" + SURNAMES.get(one.number() % SURNAMES.size()) + (one.number() + 1);
        LocalDate today = times.today();
        YearMonth born = YearMonth.from(today.minusYears(one.age()).minusMonths(3));
        GuardianId id =
                requireNonNull(
                        together.execute(_ -> {
                            GuardianId guardian =
                                    people.register(new Phone(phone), name, one.division());
                            ALL.forEach(purpose -> people.giveConsent(guardian, purpose));
                            people.addChild(guardian, born);
                            return guardian;
                        }));
        return new Member(id, name, phone, one.division(), Stage.suggest(born, today), one.keen());
    }
}
