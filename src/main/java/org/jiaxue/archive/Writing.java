package org.jiaxue.archive;

import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jiaxue.archive.Manifest.Volume;

/** Writes rows that come in the order of guardians into files of some size. */
final class Writing implements Consumer<Monthly.Line> {

    /** Rows of a file, and those that its last guardian has beyond them. */
    static final int ROWS = 20_000;

    private final Path directory;
    private final List<String> lines = new ArrayList<>();
    private final List<Volume> files = new ArrayList<>();
    private final Map<String, Long> points = new TreeMap<>();

    Writing(Path directory) {
        this.directory = directory;
    }

    @Override
    public void accept(Monthly.Line line) {
        if (lines.size() >= ROWS
                && !Volumes.guardianOf(lines.getLast()).equals(Volumes.guardianOf(line.json()))) {
            write();
        }
        lines.add(line.json());
        points.merge(line.kind(), line.points(), Long::sum);
    }

    private void write() {
        String name = "%05d.jsonl.gz".formatted(files.size() + 1);
        files.add(Volumes.write(directory, name, lines));
        lines.clear();
    }

    Manifest ended(String name, YearMonth month, Instant made) {
        if (!lines.isEmpty()) {
            write();
        }
        return new Manifest(name, month, made, made, points, List.copyOf(files));
    }
}
