package dev.weft.processor;

import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import dev.weft.processor.check.Diagnostics;
import dev.weft.weaver.WeaverDefect;
import dev.weft.weaver.Weaving;
import java.io.IOException;
import java.util.Objects;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;

/** Reads a class file back, has it woven, and writes what became of it. */
final class Pipeline {

    private final Elements elements;
    private final Trees trees;
    private final ClassOutputs outputs;
    private final ClassWeaver weaver;

    Pipeline(ProcessingEnvironment environment, Trees trees, ClassWeaver weaver) {
        elements = environment.getElementUtils();
        outputs = new ClassOutputs(environment);
        this.trees = trees;
        this.weaver = weaver;
    }

    void weave(TypeElement type, AsyncSource source) throws IOException {
        String name = elements.getBinaryName(type).toString().replace('.', '/');
        ClassOutput output = outputs.of(source.file());
        byte[] classFile = output.read(name, type);
        if (classFile == null) {
            error(Diagnostics.NO_CLASS_FILE.text(type), source.firstTree(), source);
        } else if (!ClassFileVersion.isKnown(classFile)) {
            int release = ClassFileVersion.javaRelease(classFile);
            String message = Diagnostics.UNKNOWN_CLASS_FILE.text(type, release);
            error(message, source.firstTree(), source);
        } else {
            weave(classFile, output, type, source);
        }
    }

    private void weave(byte[] classFile, ClassOutput output, TypeElement type, AsyncSource source)
            throws IOException {
        try {
            finish(weaver.weave(classFile), classFile, output, type, source);
        } catch (WeaverDefect defect) {
            String where = type + "." + defect.method() + "()";
            String how = Door.trace(Objects.requireNonNull(defect.getCause()));
            error(Diagnostics.CRASH.text(where, how), source.treeOf(defect), source);
        }
    }

    private void finish(
            Weaving weaving,
            byte[] classFile,
            ClassOutput output,
            TypeElement type,
            AsyncSource source)
            throws IOException {
        if (weaving instanceof Weaving.Woven woven) {
            write(woven, classFile, output, type);
        } else if (weaving instanceof Weaving.Refused refused) {
            for (Weaving.Problem problem : refused.problems()) {
                error(problem.message(), source.treeOf(problem), source);
            }
        }
    }

    /** The frames come first, so that no woven class is ever without them. */
    private static void write(
            Weaving.Woven woven, byte[] before, ClassOutput output, TypeElement type)
            throws IOException {
        for (Weaving.ClassFile frame : woven.frames()) {
            output.add(frame.internalName(), frame.bytes(), type);
        }
        Weaving.ClassFile after = woven.classFile();
        output.replace(after.internalName(), before, after.bytes(), type);
    }

    private void error(String message, Tree tree, AsyncSource source) {
        trees.printMessage(Diagnostic.Kind.ERROR, message, tree, source.unit());
    }
}
