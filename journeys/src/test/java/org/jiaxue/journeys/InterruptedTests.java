package org.jiaxue.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A lesson during which the network goes, and one that is opened on a second device. */
@ExtendWith(InTheHouse.class)
class InterruptedTests {

    /** Twice as long as a player waits between two beats. */
    private static final int MOST_MS_TO_A_BEAT = 30_000;

    private final Browsers browsers;

    InterruptedTests(Browsers browsers) {
        this.browsers = browsers;
    }

    @Test
    void what_plays_without_a_network_counts_later_and_a_second_device_takes_over() {
        String number = "13" + ThreadLocalRandom.current().nextLong(100_000_000L, 1_000_000_000L);
        try (Visitor phone = browsers.phone();
                Visitor desk = browsers.desk()) {
            phone.mayBePlayingElsewhere();
            desk.mayBePlayingElsewhere();
            desk.speak("en");
            phone.signIn(number);
            agree(phone);

            play(phone);
            withoutNetwork(phone);
            desk.signIn(number);
            play(desk);
            assertThat(trouble(phone)).isVisible(withinABeat());
            phone.picture("74-lesson-elsewhere");

            withoutNetwork(desk);
            trouble(phone).locator("button").click();
            assertThat(trouble(phone)).hasCount(0);
            assertThat(trouble(desk)).isVisible(withinABeat());
            desk.picture("74-lesson-elsewhere");
        }
    }

    private static void agree(Visitor newcomer) {
        newcomer.page().locator("input[name=records]").check();
        newcomer.page().selectOption("#county", "330102");
        newcomer.send("/welcome");
    }

    private static void play(Visitor one) {
        one.go("/lessons/" + one.house().guardian("near").lesson());
        one.page().locator("[data-player-play]").click();
        assertThat(one.page().locator("[data-player][data-state=playing]")).isVisible();
    }

    /**
     * The network goes until the player has told so; once it is back, what ran meanwhile counts.
     */
    private static void withoutNetwork(Visitor one) {
        Locator covered = one.page().locator("[data-player-length]");
        String before = covered.textContent();
        one.offline(true);
        assertThat(trouble(one)).isVisible(withinABeat());
        assertThat(covered.textContent()).as("nothing counts yet").isEqualTo(before);
        one.picture("73-lesson-offline");
        one.offline(false);
        assertThat(trouble(one)).hasCount(0);
        assertThat(covered).not().hasText(before);
    }

    private static Locator trouble(Visitor one) {
        return one.page().locator("[data-player-notes] [data-name=trouble]");
    }

    private static LocatorAssertions.IsVisibleOptions withinABeat() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(MOST_MS_TO_A_BEAT);
    }
}
