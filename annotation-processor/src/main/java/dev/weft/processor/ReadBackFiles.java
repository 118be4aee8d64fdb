package dev.weft.processor;

import dev.weft.weaver.Weaving;
import java.io.IOException;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Class files that are read back once javac has written them, and written anew. */
final class ReadBackFiles implements Route {

    private final Elements elements;
    private final ClassOutputs outputs;
    private final Pipeline pipeline;

    /** Whether it is still to be said that the host may write class files again. */
    private boolean endangered;

    private ClassOutput.@Nullable State before;

    ReadBackFiles(Elements elements, ClassOutputs outputs, Pipeline pipeline, boolean endangered) {
        this.elements = elements;
        this.outputs = outputs;
        this.pipeline = pipeline;
        this.endangered = endangered;
    }

    @Override
    public void begins(TypeElement type, AsyncSource source) throws IOException {
        before = outputs.of(source.file()).state(name(type), type);
    }

    @Override
    public void ended(TypeElement type, AsyncSource source) throws IOException {
        ClassOutput output = outputs.of(source.file());
        ClassOutput.State now = output.state(name(type), type);
        if (now == null || now.isSame(before)) {
            pipeline.missed(type, source);
            return;
        }
        Optional<Weaving.Woven> woven = pipeline.weave(now.bytes(), type, source);
        if (woven.isPresent()) {
            if (endangered) pipeline.endangered(source);
            endangered = false;
            write(woven.get(), now.bytes(), output, type);
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

    private String name(TypeElement type) {
        return elements.getBinaryName(type).toString().replace('.', '/');
    }
}
