package org.jiaxue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jiaxue.identity.Role;
import org.jiaxue.web.Settings;
import org.jiaxue.web.Times;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;

class StartCommandTests {

    private static final Map<String, String> SOUND =
            Map.of(
                    "JIAXUE_BASE_URL", "https://jiaxue.example.cn",
                    "JIAXUE_SECRET", "q7Zk0VbX3mN9sTfYw2LcRhEoUiPaDgJ4");

    @TempDir Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    JIAXUE_BASE_URL |                              | JIAXUE_BASE_URL is missing
                    JIAXUE_BASE_URL | http://jiaxue.example.cn     | must begin with https
                    JIAXUE_BASE_URL | https://192.0.2.7            | must name a host
                    JIAXUE_BASE_URL | https://[2001:db8::1]        | must name a host
                    JIAXUE_BASE_URL | https://jiaxue.example.cn/   | must end after the host
                    JIAXUE_BASE_URL | https://a@jiaxue.example.cn  | must end after the host
                    JIAXUE_BASE_URL | not an address               | is not an address
                    JIAXUE_SECRET   |                              | JIAXUE_SECRET is missing
                    JIAXUE_SECRET   | short                        | JIAXUE_SECRET is unsafe
                    JIAXUE_SECRET   | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | JIAXUE_SECRET is unsafe
                    JIAXUE_SENDER   | page                         | only a demonstration
                    """)
    void what_is_missing_or_unsafe_is_refused_in_one_line(
            String variable, String value, String sentence) {
        Map<String, String> environment = new HashMap<>(SOUND);
        environment.put(variable, value == null ? "" : value);

        assertThatThrownBy(() -> new StartCommand(environment).settings())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("\n");
    }

    @Test
    void a_directory_of_the_other_kind_is_not_opened() {
        DataDirectory.open(directory, DataDirectory.Kind.DEMO);

        assertThatThrownBy(() -> DataDirectory.open(directory, DataDirectory.Kind.PRODUCTION))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(directory.toString());
    }

    @Test
    void what_only_a_demonstration_may_do_cannot_be_switched_on() throws IOException {
        System.setProperty("jiaxue.demo", "true");
        Map<String, String> environment = new HashMap<>(SOUND);
        environment.put("JIAXUE_DEMO", "true");
        DataDirectory data = DataDirectory.open(directory, DataDirectory.Kind.PRODUCTION);
        try (ConfigurableApplicationContext house =
                Serving.aside(data, new StartCommand(environment).settings())) {
            assertThat(house.getBean(Settings.class).demo()).isFalse();
            assertThat(house.getBean(Times.class).told()).isEmpty();
            assertThat(house.getBeanNamesForType(SmartLifecycle.class))
                    .noneMatch(name -> name.contains("filling"));
            assertThat(data.path().resolve("accounts.json")).doesNotExist();
            assertThat(hired(house)).isTrue();
        } finally {
            System.clearProperty("jiaxue.demo");
        }
    }

    /** In the house that is open already, because opening another takes its time. */
    private static boolean hired(ConfigurableApplicationContext house) {
        HireCommand command = new HireCommand();
        command.login = "first-officer";
        command.name = "第一位";
        command.division = "330102";
        command.hire(house, HireCommand.roleNamed("county-officer"), "a-long-password");
        command.division = "999999";
        assertThatThrownBy(() -> command.hire(house, Role.COUNTY_OFFICER, "a-long-password"))
                .hasMessageContaining("no division with the code 999999");
        assertThatThrownBy(() -> HireCommand.roleNamed("king"))
                .hasMessageContaining("county-officer");
        return true;
    }
}
