package org.jiaxue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jiaxue.identity.PasswordAlone;
import org.jiaxue.identity.Role;
import org.jiaxue.identity.signin.CodeSender;
import org.jiaxue.web.Settings;
import org.jiaxue.web.Times;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;

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
                    JIAXUE_DRAIN    | 26                           | JIAXUE_DRAIN must be
                    JIAXUE_DRAIN    | soon                         | JIAXUE_DRAIN must be
                    JIAXUE_PROVINCE | 3301                         | JIAXUE_PROVINCE must be
                    JIAXUE_PROVINCE | 浙江                         | JIAXUE_PROVINCE must be
                    JIAXUE_PROXIES  | proxy.example                | JIAXUE_PROXIES must be
                    JIAXUE_PROXIES  | 10.0.0.0/33                  | JIAXUE_PROXIES must be
                    JIAXUE_PROXIES  | 10.0.0                       | JIAXUE_PROXIES must be
                    JIAXUE_PROXIES  | 10.0.0.256                   | JIAXUE_PROXIES must be
                    JIAXUE_PROXIES  | 10.0.0.1,,10.0.0.2           | JIAXUE_PROXIES must be
                    JIAXUE_PROXIES  | :::                          | JIAXUE_PROXIES must be
                    JIAXUE_PROXIES  | .*                           | JIAXUE_PROXIES must be
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
    void proxies_are_named_by_address_or_network() {
        Map<String, String> environment = new HashMap<>(SOUND);
        assertThat(new StartCommand(environment).settings()).containsEntry("jiaxue.proxies", "");

        environment.put("JIAXUE_PROXIES", "127.0.0.1, ::1,10.2.0.0/16 ,2001:DB8::/32");

        assertThat(new StartCommand(environment).settings())
                .containsEntry("jiaxue.proxies", "127.0.0.1/32,::1/128,10.2.0.0/16,2001:db8::/32");
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
        Path config = Files.createDirectories(directory.resolve("config"));
        String wish = "jiaxue.demo: true\njiaxue.sender: page\n";
        Files.writeString(config.resolve("application.yaml"), wish);
        Files.writeString(config.resolve("application-demo.yaml"), wish);
        Map<String, String> tried =
                Map.of(
                        "jiaxue.demo", "true",
                        "JIAXUE_DEMO", "true",
                        "jiaxue.demo-days-later", "71",
                        "spring.application.json", "{\"jiaxue\":{\"demo\":true}}",
                        "spring.profiles.active", "demo",
                        "spring.config.additional-location", "file:" + config + "/",
                        "spring.main.add-command-line-properties", "false");
        Map<String, String> environment = new HashMap<>(SOUND);
        environment.put("JIAXUE_DEMO", "true");
        environment.put("SPRING_APPLICATION_JSON", "{\"jiaxue.demo\":\"true\"}");
        environment.put("JIAXUE_SENDER", "https://sms.example.cn/send");
        DataDirectory data =
                DataDirectory.open(directory.resolve("data"), DataDirectory.Kind.PRODUCTION);
        tried.forEach(System::setProperty);
        try (ConfigurableApplicationContext house =
                Serving.aside(data, new StartCommand(environment).settings())) {
            assertThat(house.getEnvironment().getActiveProfiles()).contains("demo");
            assertThat(house.getBean(Settings.class).demo()).isFalse();
            assertThat(house.getBean(Times.class).told()).isEmpty();
            assertThat(house.getBeanNamesForType(PasswordAlone.class)).isEmpty();
            assertThat(Arrays.stream(house.getBeanDefinitionNames()).map(house::getType))
                    .filteredOn(Objects::nonNull)
                    .noneMatch(type -> type.getName().startsWith("org.jiaxue.demo."));
            assertThat(house.getBean(CodeSender.class).getClass().getSimpleName())
                    .isEqualTo("GatewaySender");
            assertThat(data.path().resolve("accounts.json")).doesNotExist();
            assertOnlySoundStaffAreHired(house);
        } finally {
            tried.keySet().forEach(System::clearProperty);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--jiaxue.demo=true", "--demo", "--spring.profiles.active=demo", "demo"})
    void start_takes_no_argument_that_could_ask_for_a_demonstration(String argument) {
        CommandLine command = new CommandLine(new StartCommand(SOUND));
        command.setErr(new PrintWriter(Writer.nullWriter()));

        assertThat(command.execute(argument)).isEqualTo(CommandLine.ExitCode.USAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page", " page ", "PAGE", "Page"})
    void codes_on_the_page_are_refused_however_they_are_asked_for(String sender) {
        Map<String, String> environment = new HashMap<>(SOUND);
        environment.put("JIAXUE_SENDER", sender);

        assertThatThrownBy(() -> new StartCommand(environment).settings())
                .isInstanceOf(CannotStart.class);
    }

    @Test
    void health_and_figures_are_at_the_next_port() {
        assertThat(Serving.arguments(9170, new DataDirectory(directory), Map.of()))
                .contains("--server.port=9170", "--management.server.port=9171")
                .noneMatch(it -> it.startsWith("--management.server.address"));
    }

    @Test
    void a_demonstration_on_another_port_says_where_its_certificates_are_checked() {
        assertThat(DemoCommand.certificates("http://localhost:8080", "http://localhost:8080"))
                .isEqualTo("certificates are checked at http://localhost:8080/credentials/check");
        assertThat(DemoCommand.certificates("http://localhost:8080", "http://localhost:9160"))
                .contains("certificates name http://localhost:8080")
                .contains("checked at http://localhost:9160/credentials/check")
                .endsWith("--port 8080 again");
    }

    /** In the house that is open already, because opening another takes its time. */
    private static void assertOnlySoundStaffAreHired(ConfigurableApplicationContext house) {
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
    }
}
