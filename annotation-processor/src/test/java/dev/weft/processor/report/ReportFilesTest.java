package dev.weft.processor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files the report consists of, when only some of the sources are compiled. */
class ReportFilesTest {

    @TempDir Path folder;
    private Path report;
    private Compiler compiler;

    @BeforeEach
    void aimAtAFolderThatIsNotThereYet() {
        report = folder.resolve("build/report");
        compiler = new Compiler(folder, "-Aweft.report=" + report);
    }

    private Path async(String name) throws IOException {
        String type = name.substring(name.lastIndexOf('/') + 1);
        return compiler.source(
                name + ".java",
                name.contains("/") ? "package " + name.replaceFirst("/\\w+$", "") + ";" : "",
                "class " + type + " {",
                "    @dev.weft.Async static void " + type.toLowerCase() + "() {}",
                "}");
    }

    private String index() throws IOException {
        return Files.readString(report.resolve("index.html"));
    }

    @Test
    void eachSourceWithAsyncMethodsHasAPage() throws IOException {
        Path plain = compiler.source("Plain.java", "class Plain { void plain() {} }");
        assertThat(compiler.compile(async("First"), async("shop/Second"), plain)).isEmpty();
        assertThat(report.resolve("First.java.html")).exists();
        assertThat(report.resolve("shop/Second.java.html")).exists();
        assertThat(report.resolve("Plain.java.html")).doesNotExist();
        assertThat(index()).contains("First.java.html", "shop/Second.java.html");
    }

    @Test
    void pagesOfOtherCompilationsStayInTheIndex() throws IOException {
        assertThat(compiler.compile(async("First"))).isEmpty();
        assertThat(compiler.compile(async("Second"))).isEmpty();
        assertThat(report.resolve("First.java.html")).exists();
        assertThat(index()).contains("First.java.html", "Second.java.html");
    }

    @Test
    void pageOfASourceThatIsNoLongerAsyncGoes() throws IOException {
        Path first = async("First");
        assertThat(compiler.compile(first, async("Second"))).isEmpty();
        Files.writeString(first, "class First {}");
        assertThat(compiler.compile(first)).isEmpty();
        assertThat(report.resolve("First.java.html")).doesNotExist();
        assertThat(index()).contains("Second.java.html").doesNotContain("First.java.html");
    }

    @Test
    void pageOfASourceThatIsDeletedGoes() throws IOException {
        Path first = async("First");
        assertThat(compiler.compile(first, async("Second"))).isEmpty();
        Files.delete(first);
        assertThat(compiler.compile(async("Third"))).isEmpty();
        assertThat(report.resolve("First.java.html")).doesNotExist();
        assertThat(index())
                .contains("Second.java.html", "Third.java.html")
                .doesNotContain("First.java.html");
    }

    @Test
    void filesOfOthersInTheFolderStay() throws IOException {
        Path own = report.resolve("notes.html");
        Files.createDirectories(report);
        Files.writeString(own, "mine");
        assertThat(compiler.compile(async("First"))).isEmpty();
        assertThat(own).hasContent("mine");
    }

    @Test
    void reportIsTheSameEachTime() throws IOException {
        assertThat(compiler.compile(async("First"))).isEmpty();
        String page = Files.readString(report.resolve("First.java.html"));
        String index = index();
        assertThat(compiler.compile(async("First"))).isEmpty();
        assertThat(report.resolve("First.java.html")).hasContent(page);
        assertThat(index()).isEqualTo(index);
    }

    @Test
    void compilationsAtTheSameTimeShareTheIndex() throws IOException {
        List<CompletableFuture<String>> running = new ArrayList<>();
        for (String name : List.of("a/One", "b/Two", "c/Three", "d/Four")) {
            Path source = async(name);
            Compiler own = new Compiler(folder.resolve(name), "-Aweft.report=" + report);
            running.add(CompletableFuture.supplyAsync(() -> own.compiled(source)));
        }
        assertThat(running).allSatisfy(done -> assertThat(done.join()).isEmpty());
        assertThat(index()).contains("One.java.html", "Two.java.html", "Three.java.html", "Four");
    }

    @Test
    void compilationThatFailsHasPagesThatTellWhy() throws IOException {
        Path source =
                compiler.source(
                        "Wrong.java",
                        "class Wrong {",
                        "    @dev.weft.Async dev.weft.Coroutine<Void> wrong() { return null; }",
                        "    void plain() { dev.weft.Weft.await(wrong()); }",
                        "}");
        assertThat(compiler.compile(source)).contains("Wrong.java:3: error");
        assertThat(Files.readString(report.resolve("Wrong.java.html")))
                .contains("weft:awaitPlace", "not woven");
    }

    @Test
    void folderThatCannotBeWrittenIsAnError() throws IOException {
        Path file = compiler.source("file", "in the way");
        Compiler blocked = new Compiler(folder, "-Aweft.report=" + file.resolve("report"));
        assertThat(blocked.compile(async("First")))
                .contains("error: Weft cannot write the report or the plans")
                .contains("-Aweft.report");
    }
}
