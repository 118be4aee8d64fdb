package dev.weft.agent;

import dev.weft.weaver.Weaving;
import dev.weft.weaver.pipeline.Failing;
import dev.weft.weaver.pipeline.Traces;
import dev.weft.weaver.pipeline.Weaver;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Weaves a class when the JVM is about to define it. */
final class LoadTimeWeaver implements ClassFileTransformer {

    private final LoaderTypes types = new LoaderTypes();
    private final Frames frames;
    private final boolean keepLocals;

    LoadTimeWeaver(Frames frames, boolean keepLocals) {
        this.frames = frames;
        this.keepLocals = keepLocals;
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] classFile) {
        boolean skipped = loader == null || name == null || isOurs(name);
        return skipped || !Traces.in(classFile)
                ? null
                : weave(new Loading(loader, name, redefined != null, domain), classFile);
    }

    /** A class that is being loaded. */
    private record Loading(
            ClassLoader loader, String name, boolean again, @Nullable ProtectionDomain domain) {}

    private static boolean isOurs(String name) {
        return Traces.isRuntime(name) || name.startsWith("dev/weft/agent/");
    }

    private byte @Nullable [] weave(Loading loading, byte[] classFile) {
        try {
            Weaver weaver = new Weaver(types.seenBy(loading.loader), keepLocals);
            return result(weaver.weave(classFile), loading, classFile);
        } catch (IllegalArgumentException newer) {
            Report.newerJava(loading.name);
            return null;
        } catch (RuntimeException | LinkageError | StackOverflowError failure) {
            String message = Report.crashed(loading.name, failure);
            return Failing.instead(classFile, List.of(), message);
        }
    }

    private byte @Nullable [] result(Weaving weaving, Loading loading, byte[] classFile) {
        if (weaving instanceof Weaving.Refused refused) {
            String message = Report.refused(loading.name, refused.problems());
            return Failing.instead(classFile, refused.problems(), message);
        }
        return weaving instanceof Weaving.Woven woven ? define(woven, loading) : null;
    }

    private byte @Nullable [] define(Weaving.Woven woven, Loading loading) {
        for (Weaving.ClassFile frame : woven.frames()) {
            if (loading.again && !frames.isDefined(frame, loading.loader)) {
                // the JVM takes no class that has lost methods, so the old one stays
                Report.cannotBeRedefined(loading.name);
                return null;
            }
            frames.define(frame, loading.loader, loading.domain);
        }
        return woven.classFile().bytes();
    }
}
