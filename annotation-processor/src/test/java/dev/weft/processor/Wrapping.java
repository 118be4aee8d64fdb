package dev.weft.processor;

import java.util.Set;
import java.util.function.UnaryOperator;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Hands a processor an environment of its own, as build tools do. */
final class Wrapping extends AbstractProcessor {

    private final AsyncProcessor processor;
    private final UnaryOperator<ProcessingEnvironment> around;

    Wrapping(AsyncProcessor processor, UnaryOperator<ProcessingEnvironment> around) {
        this.processor = processor;
        this.around = around;
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        processor.init(around.apply(environment));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return false;
    }
}
