package org.jiaxue.credentials.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jiaxue.credentials.badge.Samples;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we sign is checked by libraries that are not ours; node and npm must be there. */
class IndependentVerifierTests {

    private static final Path VERIFY = Path.of("journeys", "verify").toAbsolutePath();
    private static final int REVOKED = 4711;

    @TempDir private Path files;

    @BeforeAll
    static void install() throws Exception {
        if (!Files.isDirectory(VERIFY.resolve("node_modules"))) {
            Run installed = run(List.of("npm", "ci", "--ignore-scripts"));
            assertThat(installed.status()).as(installed.output()).isZero();
        }
    }

    @Test
    void a_credential_verifies_and_none_of_a_hundred_changes_does() throws Exception {
        Run run = check(Samples.signed(77), "--alter", "100");
        assertThat(run.output())
                .contains("verified: signature, issuer and status")
                .contains("altered: 100 one-character changes, 0 verified");
        assertThat(run.status()).isZero();
    }

    @Test
    void one_that_bears_a_name_verifies_and_none_of_a_hundred_changes_does() throws Exception {
        Run run = check(Samples.renewed(Samples.COURSE, 78, "欧阳青禾"), "--alter", "100");
        assertThat(run.output())
                .contains("verified: signature, issuer and status")
                .contains("altered: 100 one-character changes, 0 verified");
        assertThat(run.status()).isZero();
    }

    @Test
    void another_name_in_it_does_not_verify() throws Exception {
        Run run = check(Samples.renewed(Samples.STAR, 78, "欧阳青禾").replace("青禾", "青和"));
        assertThat(run.output()).contains("not verified: ");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void a_revoked_credential_does_not_verify() throws Exception {
        Run run = check(Samples.signed(REVOKED));
        assertThat(run.output()).contains("not verified: revoked");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void a_credential_of_another_key_does_not_verify() throws Exception {
        String other = Samples.signed(77).replace("z6Mk", "z6Mm");
        Run run = check(other);
        assertThat(run.output()).contains("not verified: ");
        assertThat(run.status()).isEqualTo(1);
    }

    private Run check(String credential, String... more) throws Exception {
        String status =
                Samples.ISSUER.sign(
                        StatusList.document(Samples.ISSUER, 1, Set.of(REVOKED), Samples.AT),
                        Samples.AT);
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "node",
                                "verify.mjs",
                                file("credential.json", credential),
                                "--did",
                                file("did.json", Samples.ISSUER.didDocument()),
                                "--status",
                                file("status.json", status)));
        command.addAll(List.of(more));
        return run(command);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(files.resolve(name), text).toString();
    }

    private static Run run(List<String> command) throws Exception {
        Path output = Files.createTempFile("verify", ".txt");
        Process process =
                new ProcessBuilder(command)
                        .directory(VERIFY.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        int status = process.waitFor();
        String text = Files.readString(output);
        Files.delete(output);
        return new Run(status, text);
    }

    private record Run(int status, String output) {}
}
