package dev.weft.processor;

import com.google.auto.service.AutoService;
import com.sun.source.util.JavacTask;
import dev.weft.processor.check.CheckOptions;
import dev.weft.processor.check.Diagnostics;
import dev.weft.processor.fix.Fixes;
import dev.weft.processor.report.Reports;
import dev.weft.weaver.TypeOracle;
import dev.weft.weaver.pipeline.Weaver;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@code @Async} methods run: checks their sources and weaves their class files, within
 * javac.
 *
 * <p>It generates no source and claims no annotation. The work is done by a listener on the
 * compilation that it joins, after the last round.
 */
@AutoService(Processor.class)
public final class AsyncProcessor extends AbstractProcessor {

    private static final String KEEP_LOCALS = "weft.keepLocals";

    private final @Nullable Function<TypeOracle, ClassWeaver> weavers;

    /** Called by the compiler. */
    public AsyncProcessor() {
        weavers = null;
    }

    AsyncProcessor(Function<TypeOracle, ClassWeaver> weavers) {
        this.weavers = weavers;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public Set<String> getSupportedOptions() {
        Set<String> options = new HashSet<>(CheckOptions.names());
        options.addAll(Set.of(KEEP_LOCALS, EjectedSources.OPTION));
        options.addAll(Set.of(Reports.REPORT, Reports.EXPLAIN, Fixes.OPTION));
        return options;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        ProcessingEnvironment javac = Hosts.unwrap(environment);
        JavacTask task = Hosts.javacTask(javac);
        if (task == null) {
            String host = environment.getClass().getName();
            environment
                    .getMessager()
                    .printMessage(Diagnostic.Kind.NOTE, Diagnostics.NOT_JAVAC.text(host));
            return;
        }
        Handshake.processorRuns(task);
        Compilation compilation = Compilation.of(task, javac);
        CompilationListener.of(compilation, checkOptions(javac), weavers(compilation))
                .ifPresent(task::addTaskListener);
    }

    private static CheckOptions checkOptions(ProcessingEnvironment environment) {
        Messager messager = environment.getMessager();
        return CheckOptions.of(
                environment.getOptions(),
                problem -> messager.printMessage(Diagnostic.Kind.ERROR, problem));
    }

    private Function<TypeOracle, ClassWeaver> weavers(Compilation compilation) {
        return weavers != null ? weavers : weaversFor(compilation);
    }

    /** What weaves in a compilation, as its options say. */
    static Function<TypeOracle, ClassWeaver> weaversFor(Compilation compilation) {
        boolean keepLocals = Boolean.parseBoolean(compilation.options().get(KEEP_LOCALS));
        boolean facts = Reports.wanted(compilation.options());
        return types -> {
            Weaver weaver = new Weaver(types, keepLocals);
            return facts ? weaver.tellingFacts()::weave : weaver::weave;
        };
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return false;
    }
}
