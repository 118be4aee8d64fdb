package dev.weft.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Async;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

/** Classes that nothing has woven, and loaders of them. */
final class Classes {

    private Classes() {}

    /** Compiles one source into a folder; the classes in {@code others} are there to be used. */
    static void compile(Path folder, String name, String text, Path... others) throws IOException {
        StringBuilder path = new StringBuilder(location(Async.class));
        for (Path other : others) path.append(File.pathSeparator).append(other);
        List<String> options =
                List.of(
                        "-proc:none",
                        "-Xplugin:Weft off",
                        "-cp",
                        path.toString(),
                        "-d",
                        folder.toString());
        Path source = Files.createTempDirectory("weft-sources").resolve(name + ".java");
        Files.writeString(source, text);
        var javac = ToolProvider.getSystemJavaCompiler();
        StringWriter output = new StringWriter();
        try (var files = javac.getStandardFileManager(null, null, null)) {
            var units = files.getJavaFileObjects(source);
            assertThat(javac.getTask(output, files, null, options, null, units).call())
                    .as(output.toString())
                    .isTrue();
        }
    }

    private static String location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation().getPath();
    }

    static URLClassLoader loader(Path folder, ClassLoader parent) throws MalformedURLException {
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, parent);
    }

    static URLClassLoader loader(Path folder) throws MalformedURLException {
        return loader(folder, Classes.class.getClassLoader());
    }

    /** Calls a static method without parameters. */
    static Object call(Class<?> type, String method) throws Exception {
        var found = type.getDeclaredMethod(method);
        found.setAccessible(true);
        return found.invoke(null);
    }
}
