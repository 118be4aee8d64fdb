package dev.weft.processor;

import com.google.auto.service.AutoService;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import java.util.List;

/**
 * Says so when {@link AsyncProcessor} does not run although there are sources with {@code @Async},
 * or does its work where the host has opened javac.
 *
 * <p>javac starts it by itself, in compilations without annotation processing too. Where class
 * files are woven later, by something else, {@code -Xplugin:"Weft off"} silences it.
 */
@AutoService(Plugin.class)
public final class WeftPlugin implements Plugin {

    /** Called by the compiler. */
    public WeftPlugin() {}

    @Override
    public String getName() {
        return "Weft";
    }

    @Override
    public boolean autoStart() {
        return true;
    }

    @Override
    public void init(JavacTask task, String... arguments) {
        if (!List.of(arguments).contains("off")) {
            task.addTaskListener(new MissingProcessor(task));
        }
    }
}
