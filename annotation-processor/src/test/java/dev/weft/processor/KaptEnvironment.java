package dev.weft.processor;

import java.util.Locale;
import java.util.Map;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** An environment around javac's, as kapt makes one. */
final class KaptEnvironment implements ProcessingEnvironment {

    private final ProcessingEnvironment processingEnv;

    KaptEnvironment(ProcessingEnvironment processingEnv) {
        this.processingEnv = processingEnv;
    }

    @Override
    public Map<String, String> getOptions() {
        return processingEnv.getOptions();
    }

    @Override
    public Messager getMessager() {
        return processingEnv.getMessager();
    }

    @Override
    public Filer getFiler() {
        return processingEnv.getFiler();
    }

    @Override
    public Elements getElementUtils() {
        return processingEnv.getElementUtils();
    }

    @Override
    public Types getTypeUtils() {
        return processingEnv.getTypeUtils();
    }

    @Override
    public SourceVersion getSourceVersion() {
        return processingEnv.getSourceVersion();
    }

    @Override
    public Locale getLocale() {
        return processingEnv.getLocale();
    }
}
