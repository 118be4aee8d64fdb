package dev.weft.processor;

import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import dev.weft.processor.check.Diagnostics;
import dev.weft.processor.report.Reports;
import dev.weft.weaver.WeaverDefect;
import dev.weft.weaver.Weaving;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** Has class files woven, and says at its place in the source what is wrong with one. */
final class Pipeline {

    private final Trees trees;
    private final ClassWeaver weaver;
    private final Reports reports;

    Pipeline(Trees trees, ClassWeaver weaver, Reports reports) {
        this.trees = trees;
        this.weaver = weaver;
        this.reports = reports;
    }

    /** The class woven; empty where it stays as it is, and where something is wrong with it. */
    Optional<Weaving.Woven> weave(byte[] classFile, TypeElement type, AsyncSource source) {
        if (!ClassFileVersion.isKnown(classFile)) {
            int release = ClassFileVersion.javaRelease(classFile);
            String message = Diagnostics.UNKNOWN_CLASS_FILE.text(type, release);
            error(message, source.firstTree(), source);
            return Optional.empty();
        }
        try {
            return result(weaver.weave(classFile), source);
        } catch (WeaverDefect defect) {
            String where = type + "." + defect.method() + "()";
            String how = Door.trace(Objects.requireNonNull(defect.getCause()));
            error(Diagnostics.CRASH.text(where, how), source.treeOf(defect), source);
            return Optional.empty();
        }
    }

    private Optional<Weaving.Woven> result(Weaving weaving, AsyncSource source) {
        if (weaving instanceof Weaving.Refused refused) {
            for (Weaving.Problem problem : refused.problems()) {
                error(problem.message(), source.treeOf(problem), source);
            }
        }
        if (!(weaving instanceof Weaving.Woven woven)) return Optional.empty();
        reports.woven(source.file(), woven.methods());
        return Optional.of(woven);
    }

    /** Says that there is no class file where one should be. */
    void missed(TypeElement type, AsyncSource source) {
        String message = Diagnostics.NO_CLASS_FILE.text(type, OpenJavac.options());
        error(message, source.firstTree(), source);
    }

    /** Says that the host may write the class file again. */
    void endangered(AsyncSource source) {
        String message = Diagnostics.HOST_REWRITES.text(OpenJavac.options());
        trees.printMessage(Diagnostic.Kind.WARNING, message, source.firstTree(), source.unit());
    }

    private void error(String message, Tree tree, AsyncSource source) {
        trees.printMessage(Diagnostic.Kind.ERROR, message, tree, source.unit());
        reports.refused(source.unit(), tree, message);
    }
}
