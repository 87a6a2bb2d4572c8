package org.jiaxue;

import org.jiaxue.database.DatabaseUnavailable;
import org.jiaxue.identity.UnsafeSender;
import org.jiaxue.regions.UnknownProvince;
import org.jiaxue.web.DataFaults;
import org.jiaxue.web.Refusal;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.modulith.Modulithic;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The house, and the command line that starts it. People sign in through their own room; no user
 * with a generated password stands beside it.
 */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@Modulithic(systemName = "Jiaxue")
public class Jiaxue {

    @Command(
            name = "jiaxue",
            description = "An open platform for digital parent schools.",
            subcommands = {
                DemoCommand.class,
                StartCommand.class,
                ImportCommand.class,
                RecalculateCommand.class,
                SimulateCommand.class,
                RebuildCommand.class,
                ArchiveCommand.class,
                HireCommand.class,
                DoctorCommand.class,
                RehearseCommand.class
            },
            mixinStandardHelpOptions = true)
    private static final class Commands {}

    Jiaxue() {}

    /**
     * Runs the command that the arguments name; exits with 0, or after a sentence that says why.
     */
    public static void main(String[] args) {
        int status =
                new CommandLine(new Commands())
                        .setExecutionExceptionHandler(Jiaxue::say)
                        .execute(args);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** A refusal is a sentence; anything else is a fault and shows where it arose. */
    private static int say(Exception failure, CommandLine command, CommandLine.ParseResult result) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataFaults faults) {
                CommandTexts texts = CommandTexts.in("");
                faults.faults()
                        .forEach(it -> command.getErr().println("jiaxue: " + texts.say(it.told())));
                return CommandLine.ExitCode.SOFTWARE;
            }
            if (cause instanceof Refusal refusal) {
                command.getErr().println("jiaxue: " + CommandTexts.in("").say(refusal.problem()));
                return CommandLine.ExitCode.SOFTWARE;
            }
            if (cause instanceof CannotStart
                    || cause instanceof DatabaseUnavailable
                    || cause instanceof UnsafeSender
                    || cause instanceof UnknownProvince) {
                command.getErr().println("jiaxue: " + cause.getMessage());
                return CommandLine.ExitCode.SOFTWARE;
            }
        }
        failure.printStackTrace(command.getErr());
        return CommandLine.ExitCode.SOFTWARE;
    }
}
