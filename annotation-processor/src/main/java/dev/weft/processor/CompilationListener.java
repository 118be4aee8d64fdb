package dev.weft.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import dev.weft.processor.check.AsyncContracts;
import dev.weft.processor.check.CheckOptions;
import dev.weft.processor.check.Checked;
import dev.weft.processor.check.ClassChecks;
import dev.weft.processor.check.Diagnostics;
import dev.weft.processor.check.Site;
import dev.weft.processor.fix.Fixes;
import dev.weft.processor.report.Reports;
import dev.weft.weaver.TypeOracle;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * Follows one compilation: a class that is attributed is checked, a class file that is generated is
 * woven. Only class files of sources in which the checks saw something asynchronous are read.
 */
final class CompilationListener implements TaskListener {

    private final JavacTask task;
    private final Trees trees;
    private final ClassChecks checks;
    private final Fixes fixes;
    private final Route route;
    private final Door door;
    private final Reports reports;
    private final @Nullable EjectedSources ejected;
    private @Nullable CompilationUnitTree lastUnit;
    private final Map<JavaFileObject, AsyncSource> asyncSources = new HashMap<>();

    private CompilationListener(
            Compilation compilation,
            ClassChecks checks,
            Fixes fixes,
            Door door,
            Route route,
            Reports reports,
            @Nullable EjectedSources ejected) {
        this.task = compilation.task();
        this.trees = compilation.trees();
        this.checks = checks;
        this.fixes = fixes;
        this.door = door;
        this.route = route;
        this.reports = reports;
        this.ejected = ejected;
    }

    /** A listener for a compilation; empty where there is no way to its class files. */
    static Optional<CompilationListener> of(
            Compilation compilation,
            CheckOptions options,
            Function<TypeOracle, ClassWeaver> weavers) {
        Elements elements = compilation.elements();
        Types types = compilation.types();
        Trees trees = compilation.trees();
        AsyncContracts contracts = new AsyncContracts(elements);
        ClassChecks checks = new ClassChecks(trees, types, elements, contracts, options);
        Door door = new Door(trees);
        ClassWeaver weaver = weavers.apply(new JavacTypes(types, elements, contracts));
        Reports reports = new Reports(trees, compilation.options());
        Fixes fixes = new Fixes(compilation.options(), trees);
        EjectedSources ejected = EjectedSources.of(compilation, contracts);
        return Routes.of(compilation, new Pipeline(trees, weaver, reports), door)
                .map(
                        route ->
                                new CompilationListener(
                                        compilation, checks, fixes, door, route, reports, ejected));
    }

    @Override
    public void started(TaskEvent event) {
        TypeElement type = event.getTypeElement();
        if (event.getKind() == TaskEvent.Kind.GENERATE && type != null) {
            generated(event.getSourceFile(), type, route::begins);
        }
    }

    @Override
    public void finished(TaskEvent event) {
        TypeElement type = event.getTypeElement();
        if (event.getKind() == TaskEvent.Kind.COMPILATION) {
            Handshake.compilationEnded(task);
            writeReports();
        } else if (event.getKind() == TaskEvent.Kind.ANALYZE && type != null) {
            analysed(event.getCompilationUnit(), type);
        } else if (event.getKind() == TaskEvent.Kind.GENERATE && type != null) {
            generated(event.getSourceFile(), type, route::ended);
        }
    }

    /** A class of the unit has been attributed. */
    void analysed(CompilationUnitTree unit, TypeElement type) {
        door.pass(type, unit, trees.getTree(type), () -> check(unit, type));
    }

    private void writeReports() {
        try {
            reports.write();
        } catch (IOException | RuntimeException failure) {
            CompilationUnitTree unit = Objects.requireNonNull(lastUnit);
            String text = Diagnostics.REPORT_FAILED.text(failure);
            trees.printMessage(Diagnostic.Kind.ERROR, text, unit, unit);
        }
    }

    private void check(CompilationUnitTree unit, TypeElement type) throws IOException {
        lastUnit = unit;
        Checked checked = checks.check(unit, type);
        reports.analysed(unit, checked);
        fixes.add(unit, checked.findings());
        List<Site> sites = checked.sites();
        if (!sites.isEmpty()) {
            asyncSources
                    .computeIfAbsent(unit.getSourceFile(), file -> new AsyncSource(unit))
                    .add(sites);
        }
        if (ejected != null) {
            ejected.analysed(unit, type, checked);
        }
    }

    private void generated(JavaFileObject file, TypeElement type, Step step) {
        AsyncSource source = asyncSources.get(file);
        if (source != null) {
            door.pass(type, source.unit(), source.firstTree(), () -> step.take(type, source));
        }
    }

    private interface Step {
        void take(TypeElement type, AsyncSource source) throws IOException;
    }
}
