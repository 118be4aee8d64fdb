package dev.weft.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.ReadmeRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of class files, woven in place. */
class WeaveFolderTest {

    private static final String CART =
            """
            import dev.weft.*;
            import static dev.weft.Weft.*;
            class Cart {
                @Async static Coroutine<Integer> price(int of) { return done(await(done(of)) + 1); }
                @Async static Coroutine<Integer> total() { return done(await(price(20)) * 2); }
                static int run() { return Weft.run(total()); }
            }
            """;

    @TempDir Path folder;

    @Test
    @ReadmeRow("any, with the command, 17 to 25")
    void wovenClassesRun() throws Exception {
        Project project = new Project(folder).compile(CART, "class Plain {}");
        assertThat(project.weave(folder)).as(project.err()).isZero();
        assertThat(project.out())
                .isEqualToNormalizingNewlines(folder + ": 1 woven, of 2 classes\n");
        assertThat(project.err()).isEmpty();
        assertThat(Project.call(folder, "Cart", "run")).isEqualTo(42);
    }

    @Test
    void secondRunChangesNothing() throws IOException {
        Project project = new Project(folder).compile(CART);
        project.weave(folder);
        Map<String, Object> times = project.times();
        assertThat(times)
                .containsOnlyKeys(
                        "Cart.class",
                        "Cart$$price.class",
                        "Cart$$price$Call.class",
                        "Cart$$total.class");
        assertThat(project.weave(folder)).isZero();
        assertThat(project.out()).contains(": 0 woven, of 4 classes");
        assertThat(project.times()).isEqualTo(times);
    }

    @Test
    void onlyWhatWasCompiledAgainIsWoven() throws Exception {
        Project project = new Project(folder).compile(CART, CART.replace("Cart", "Other"));
        project.weave(folder);
        Path other = folder.resolve("Other.class");
        Files.setLastModifiedTime(other, FileTime.fromMillis(1000));
        project.compile(CART.replace("20", "10"));
        assertThat(project.weave(folder)).isZero();
        assertThat(project.out()).contains(": 1 woven");
        assertThat(Files.getLastModifiedTime(other).toMillis()).isEqualTo(1000);
        assertThat(Project.call(folder, "Cart", "run")).isEqualTo(22);
    }

    @Test
    void framesOfMethodsThatAreGoneAreRemoved() throws IOException {
        Project project = new Project(folder).compile(CART);
        project.weave(folder);
        project.compile(
                """
                class Cart {
                    @dev.weft.Async static dev.weft.Coroutine<Integer> price() {
                        return dev.weft.Weft.done(1);
                    }
                }
                """);
        project.weave(folder);
        assertThat(project.times()).containsOnlyKeys("Cart.class", "Cart$$price.class");
        Files.delete(folder.resolve("Cart.class"));
        project.weave(folder);
        assertThat(project.times()).isEmpty();
    }

    @Test
    void nothingIsChangedWhereOneMethodCannotBeWoven() throws IOException {
        Project project =
                new Project(folder)
                        .compile(
                                CART,
                                """
                                class Broken {
                                    int total() {
                                        return dev.weft.Weft.await(Cart.price(1));
                                    }
                                }
                                """);
        Map<String, Object> times = project.times();
        assertThat(project.weave(folder)).isEqualTo(1);
        assertThat(project.err())
                .startsWith("error: Broken.total, line 3: await works only in a method marked");
        assertThat(project.out()).isEmpty();
        assertThat(project.times()).isEqualTo(times);
    }

    @Test
    void interfacesOnTheClassPathSayWhichLambdasAreAsync() throws Exception {
        Path library = Files.createDirectory(folder.resolve("library"));
        Path classes = Files.createDirectory(folder.resolve("classes"));
        new Project(library)
                .compile(
                        "public interface Job { @dev.weft.Async dev.weft.Coroutine<Integer> run(); }");
        Project project = new Project(classes);
        project.compile(
                java.util.List.of("-cp", Project.RUNTIME + java.io.File.pathSeparator + library),
                """
                class Shop {
                    static int started;
                    static int run() {
                        Job job = () -> { started++; return dev.weft.Weft.done(1); };
                        job.run();
                        return started;
                    }
                }
                """);
        assertThat(project.run("weave", "-cp", Project.RUNTIME, classes.toString())).isZero();
        assertThat(project.err()).contains("warning: " + classes, "not on the class path", "Job");
        String path = Project.RUNTIME + java.io.File.pathSeparator + library;
        assertThat(project.run("weave", "-cp", path, classes.toString())).isZero();
        assertThat(project.err()).isEmpty();
        assertThat(project.out()).contains("1 woven");
        // Job has to be seen by the loader of Shop
        Files.copy(library.resolve("Job.class"), classes.resolve("Job.class"));
        assertThat(Project.call(classes, "Shop", "run"))
                .as("cold: it has not started")
                .isEqualTo(0);
    }

    @Test
    void runtimeHasToBeOnTheClassPath() throws IOException {
        Project project = new Project(folder).compile(CART);
        Map<String, Object> times = project.times();
        assertThat(project.run("weave", folder.toString())).isEqualTo(1);
        assertThat(project.err())
                .contains("error: Cart.class: it uses Weft, but weft.jar is not on the class path");
        assertThat(project.times()).isEqualTo(times);
    }

    @Test
    void classFileOfANewerJavaIsRefusedIfItIsAsync() throws IOException {
        Project project = new Project(folder).compile(CART, "class Plain {}");
        setVersion("Plain.class");
        assertThat(project.weave(folder)).as(project.err()).isZero();
        project.compile(CART);
        setVersion("Cart.class");
        assertThat(project.weave(folder)).isEqualTo(1);
        assertThat(project.err()).contains("error: Cart.class: the class file is of a newer Java");
    }

    private void setVersion(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(name));
        bytes[7] = (byte) (99 + 44);
        Files.write(folder.resolve(name), bytes);
    }
}
