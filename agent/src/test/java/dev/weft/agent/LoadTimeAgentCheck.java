package dev.weft.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.ReadmeRow;
import groovy.lang.GroovyShell;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationTargetException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the agent makes of classes that this JVM loads. */
class LoadTimeAgentCheck {

    private static final String CART =
            """
            package shop;
            import dev.weft.*;
            import static dev.weft.Weft.*;
            public class Cart {
                @Async public static Coroutine<Integer> price(int of) {
                    return done(await(done(of)) + 1);
                }
                @Async static Coroutine<Integer> total() { return done(await(price(20)) * 2); }
                static int run() { return Weft.run(total()); }
            }
            """;

    @TempDir Path folder;

    @Test
    void classesAreWovenWhenTheyAreLoaded() throws Exception {
        Classes.compile(folder, "Cart", CART);
        try (URLClassLoader loader = Classes.loader(folder)) {
            assertThat(Classes.call(loader.loadClass("shop.Cart"), "run")).isEqualTo(42);
        }
    }

    @Test
    void framesBelongToTheLoaderAndTheDomainOfTheirClass() throws Exception {
        Classes.compile(folder, "Cart", CART);
        try (URLClassLoader loader = Classes.loader(folder)) {
            Class<?> cart = loader.loadClass("shop.Cart");
            Class<?> frame = loader.loadClass("shop.Cart$$total");
            assertThat(frame.getClassLoader()).isSameAs(loader);
            assertThat(frame.getPackage()).isSameAs(cart.getPackage());
            assertThat(frame.getProtectionDomain()).isSameAs(cart.getProtectionDomain());
        }
    }

    @Test
    void contractsAreFoundThroughTheParentsOfALoader() throws Exception {
        Path library = Files.createDirectory(folder.resolve("library"));
        Path program = Files.createDirectory(folder.resolve("program"));
        Classes.compile(
                library,
                "Job",
                "public interface Job { @dev.weft.Async dev.weft.Coroutine<Integer> run(); }");
        Classes.compile(
                program,
                "Shop",
                """
                class Shop {
                    static int started;
                    static int run() {
                        Job job = () -> { started++; return dev.weft.Weft.done(1); };
                        var made = job.run();
                        int before = started;
                        dev.weft.Weft.run(made);
                        return before * 10 + started;
                    }
                }
                """,
                library);
        try (URLClassLoader parent = Classes.loader(library);
                URLClassLoader child = Classes.loader(program, parent)) {
            assertThat(Classes.call(child.loadClass("Shop"), "run")).isEqualTo(1);
        }
    }

    @Test
    void sameClassInTwoLoadersIsWovenTwice() throws Exception {
        Classes.compile(folder, "Cart", CART);
        try (URLClassLoader one = Classes.loader(folder);
                URLClassLoader other = Classes.loader(folder)) {
            assertThat(Classes.call(one.loadClass("shop.Cart"), "run")).isEqualTo(42);
            assertThat(Classes.call(other.loadClass("shop.Cart"), "run")).isEqualTo(42);
        }
    }

    @Test
    void whatCannotBeWovenIsSaidAtOnceAndWhereItIsCalled() throws Exception {
        Classes.compile(
                folder,
                "Broken",
                """
                class Broken {
                    static int plain() {
                        return dev.weft.Weft.await(dev.weft.Weft.done(1));
                    }
                    @dev.weft.Async static dev.weft.Coroutine<Integer> async() {
                        return dev.weft.Weft.done(1);
                    }
                    static int other() { return 1; }
                }
                """);
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (URLClassLoader loader = Classes.loader(folder)) {
            System.setErr(new PrintStream(said, true));
            Class<?> broken = loader.loadClass("Broken");
            System.setErr(before);
            String problem = "Broken cannot be woven: plain, line 3: await works only in a method";
            assertThat(said.toString()).startsWith("weft-agent: error: " + problem);
            for (String method : List.of("plain", "async")) {
                assertThatThrownBy(() -> Classes.call(broken, method))
                        .isInstanceOf(InvocationTargetException.class)
                        .cause()
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageStartingWith(problem);
            }
            assertThat(Classes.call(broken, "other")).isEqualTo(1);
        } finally {
            System.setErr(before);
        }
    }

    @Test
    void manyThreadsLoadFromManyLoaders() throws Exception {
        int threads = 8;
        List<URLClassLoader> loaders = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Classes.compile(folder, "Cart", CART.replace("package shop", "package shop" + i));
        }
        for (int i = 0; i < 3; i++) loaders.add(Classes.loader(folder));
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<Integer>> sums = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int first = i;
            sums.add(
                    pool.submit(
                            () -> {
                                start.await();
                                int sum = 0;
                                for (int j = 0; j < 30; j++) {
                                    int at = (first * 7 + j) % 30;
                                    Class<?> cart =
                                            loaders.get(at % 3)
                                                    .loadClass("shop" + at / 3 + ".Cart");
                                    sum += (int) Classes.call(cart, "run");
                                }
                                return sum;
                            }));
        }
        for (Future<Integer> sum : sums) assertThat(sum.get(60, TimeUnit.SECONDS)).isEqualTo(1260);
        pool.shutdown();
        for (URLClassLoader loader : loaders) loader.close();
    }

    @Test
    void loadersAreNotKept() throws Exception {
        Classes.compile(folder, "Cart", CART);
        WeakReference<ClassLoader> loader = used();
        for (int i = 0; i < 100 && loader.get() != null; i++) System.gc();
        assertThat(loader.get()).isNull();
    }

    private WeakReference<ClassLoader> used() throws Exception {
        try (URLClassLoader loader = Classes.loader(folder)) {
            loader.loadClass("shop.Cart").getDeclaredMethods();
            return new WeakReference<>(loader);
        }
    }

    @Test
    @ReadmeRow("other JVM languages, 17 to 25")
    void groovyCallsWovenMethods() throws Exception {
        Classes.compile(folder, "Cart", CART);
        try (URLClassLoader loader = Classes.loader(folder)) {
            Object result =
                    new GroovyShell(loader)
                            .evaluate(
                                    """
                                    import shop.Cart
                                    import static dev.weft.Weft.*
                                    def three = (1..3).collect { Cart.price(it) }
                                    run(gather(three)).sum()
                                    """);
            assertThat(result).isEqualTo(9);
        }
    }

    @Test
    void classIsReplacedOnlyIfItsFramesStayTheSame() throws Exception {
        LoadTimeWeaver weaver = new LoadTimeWeaver(new Frames(), false);
        try (URLClassLoader loader = Classes.loader(folder)) {
            byte[] first = compiled(CART);
            byte[] sameFrames = compiled(CART.replace("* 2", "* 3"));
            byte[] otherFrames =
                    compiled(
                            CART.replace(
                                    "return done(await(price(20))",
                                    "long l = price(1)"
                                            + ".hashCode(); return done((int) l * await(price(20))"));
            assertThat(weaver.transform(loader, "shop/Cart", null, null, first)).isNotNull();
            assertThat(weaver.transform(loader, "shop/Cart", Cart.class, null, sameFrames))
                    .isNotNull();
            assertThat(
                            said(
                                    () -> {
                                        assertThat(
                                                        weaver.transform(
                                                                loader,
                                                                "shop/Cart",
                                                                Cart.class,
                                                                null,
                                                                otherFrames))
                                                .isNull();
                                    }))
                    .contains("shop.Cart has changed in what its async methods keep");
        }
    }

    /** Stands for the class that is replaced. */
    private static final class Cart {}

    private byte[] compiled(String text) throws Exception {
        Classes.compile(folder, "Cart", text);
        return Files.readAllBytes(folder.resolve("shop/Cart.class"));
    }

    private static String said(Runnable work) {
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            System.setErr(new PrintStream(said, true));
            work.run();
        } finally {
            System.setErr(before);
        }
        return said.toString();
    }
}
