import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets Lighthouse judge four pages of the service as a phone gets them: each must reach 90 in
 * performance, accessibility and best practices. Run by drills/run; needs node, npm and Chromium.
 */
final class Lighthouse {

    private static final Path TOOL = Path.of("tools", "lighthouse").toAbsolutePath();

    private Lighthouse() {}

    public static void main(String[] args) throws Exception {
        Path data = Path.of("target", "lighthouse").toAbsolutePath();
        RunningJar.remove(data);
        Files.createDirectories(data);
        RunningJar service = new RunningJar(Path.of(args[0]).toAbsolutePath(), data);
        boolean longForm = args.length > 1 && args[1].equals("long");
        boolean held = false;
        try {
            if (run(List.of("npm", "ci", "--ignore-scripts", "--loglevel=error")) != 0) {
                throw new IllegalStateException("Lighthouse could not be installed");
            }
            service.start();
            held = run(measure(data, longForm)) == 0;
        } catch (Exception failed) {
            System.out.println("lighthouse: " + failed);
        } finally {
            service.stop();
        }
        System.out.println(held ? "lighthouse: held" : "lighthouse: FAILED, log: " + service.log());
        System.exit(held ? 0 : 1);
    }

    private static List<String> measure(Path data, boolean longForm) {
        List<String> words = new ArrayList<>(List.of("node", "measure.mjs"));
        words.add("http://localhost:" + RunningJar.PORT);
        words.add(data.resolve("demo").resolve("accounts.json").toString());
        words.add(longForm ? "9" : "3");
        return words;
    }

    private static int run(List<String> words) throws Exception {
        return new ProcessBuilder(words).directory(TOOL.toFile()).inheritIO().start().waitFor();
    }
}
