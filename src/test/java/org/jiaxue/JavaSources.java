package org.jiaxue;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The Java that is written here, as the compiler's own parser reads it. */
final class JavaSources {

    static final List<Path> ROOTS =
            Stream.of("src/main/java", "src/test/java", "bench/src", "journeys/src", "drills")
                    .map(Path::of)
                    .toList();

    /** How a statement begins, in one line or as a text block. */
    static final Pattern STATEMENT =
            Pattern.compile(
                    """
                    (?is)\\s*(select\\s|insert\\s+into\\s|update\\s+[\\w.]+\\s.*\\bset\\s\
                    |delete\\s+from\\s|with\\s+\\w+.*\\bas\\s|merge\\s+into\\s|truncate\\s\
                    |(create|alter|drop)\\s+(table|index|role|schema|database|user)\\s\
                    |(grant|revoke)\\s.*\\bon\\s).*\
                    """);

    private static final Set<String> FILLED_IN = Set.of("formatted", "replace", "concat");
    private static final Pattern WITH_PACKAGE = Pattern.compile("([a-z]\\w*\\.){2,}[A-Z]\\w*");

    /** A place in a file, for people to go to. */
    record Place(Path file, long line, String what) {

        @Override
        public String toString() {
            return file + ":" + line + " " + what;
        }
    }

    /**
     * A string in the code, in one line or as a text block.
     *
     * @param joined whether it is added to another, or filled in
     */
    record Text(Path file, long line, String value, boolean joined) {}

    private final Trees trees;
    private final List<CompilationUnitTree> units;

    private JavaSources(Trees trees, List<CompilationUnitTree> units) {
        this.trees = trees;
        this.units = units;
    }

    static JavaSources under(List<Path> roots) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        List<Path> sources = roots.stream().flatMap(root -> files(root).stream()).toList();
        JavacTask task =
                (JavacTask)
                        compiler.getTask(
                                null,
                                files,
                                null,
                                List.of("-proc:none"),
                                null,
                                files.getJavaFileObjectsFromPaths(sources));
        try {
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            return new JavaSources(Trees.instance(task), units);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The Java files under a directory. */
    static List<Path> files(Path root) {
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Methods, constructors and initializers, nested ones too, that take more lines than this. */
    List<Place> longerThan(int lines) {
        List<Place> found = new ArrayList<>();
        visit(unit ->
                new TreePathScanner<Void, Void>() {
                    @Override
                    public Void visitMethod(MethodTree method, Void nothing) {
                        judge(method, method.getName().toString());
                        return super.visitMethod(method, null);
                    }

                    @Override
                    public Void visitBlock(BlockTree block, Void nothing) {
                        if (getCurrentPath().getParentPath().getLeaf() instanceof ClassTree) {
                            judge(block, "initializer");
                        }
                        return super.visitBlock(block, null);
                    }

                    private void judge(Tree tree, String name) {
                        long first = lineOf(unit, start(unit, tree));
                        long length = lineOf(unit, end(unit, tree)) - first + 1;
                        if (length > lines) {
                            found.add(
                                    new Place(file(unit), first, name + ": " + length + " lines"));
                        }
                    }
                });
        return found;
    }

    /** Statements of SQL. */
    Stream<Text> statements() {
        return texts().stream().filter(text -> STATEMENT.matcher(text.value()).matches());
    }

    private List<Text> texts() {
        List<Text> found = new ArrayList<>();
        visit(unit ->
                new TreePathScanner<Void, Void>() {
                    @Override
                    public Void visitLiteral(LiteralTree literal, Void nothing) {
                        if (literal.getValue() instanceof String value) {
                            long line = lineOf(unit, start(unit, literal));
                            found.add(new Text(file(unit), line, value, joined(getCurrentPath())));
                        }
                        return null;
                    }
                });
        return found;
    }

    /** Whether a string is a part that others are added to, or a pattern that is filled in. */
    private static boolean joined(TreePath path) {
        Tree above = path.getParentPath().getLeaf();
        return above.getKind() == Tree.Kind.PLUS
                || (above instanceof MemberSelectTree select
                        && FILLED_IN.contains(select.getIdentifier().toString()));
    }

    /** Classes written with their package where an import would do. */
    List<Place> spelledOut() {
        List<Place> found = new ArrayList<>();
        visit(unit ->
                new TreePathScanner<Void, Void>() {
                    @Override
                    public Void visitImport(ImportTree imported, Void nothing) {
                        return null;
                    }

                    @Override
                    public Void visitPackage(PackageTree named, Void nothing) {
                        return null;
                    }

                    @Override
                    public Void visitMemberSelect(MemberSelectTree select, Void nothing) {
                        if (WITH_PACKAGE.matcher(select.toString()).matches()
                                && !shared(unit, select)) {
                            long line = lineOf(unit, start(unit, select));
                            found.add(new Place(file(unit), line, select.toString()));
                        }
                        return super.visitMemberSelect(select, null);
                    }
                });
        return found;
    }

    /** Whether another class of the same simple name is meant without a package in this file. */
    private static boolean shared(CompilationUnitTree unit, MemberSelectTree select) {
        String simple = select.getIdentifier().toString();
        boolean imported =
                unit.getImports().stream()
                        .map(one -> one.getQualifiedIdentifier().toString())
                        .anyMatch(one -> one.endsWith("." + simple));
        return imported || Files.exists(file(unit).resolveSibling(simple + ".java"));
    }

    private void visit(Function<CompilationUnitTree, TreePathScanner<Void, Void>> scanner) {
        units.forEach(unit -> scanner.apply(unit).scan(unit, null));
    }

    private long start(CompilationUnitTree unit, Tree tree) {
        return trees.getSourcePositions().getStartPosition(unit, tree);
    }

    private long end(CompilationUnitTree unit, Tree tree) {
        return trees.getSourcePositions().getEndPosition(unit, tree);
    }

    private static long lineOf(CompilationUnitTree unit, long position) {
        return unit.getLineMap().getLineNumber(position);
    }

    private static Path file(CompilationUnitTree unit) {
        return Path.of(unit.getSourceFile().getName());
    }
}
