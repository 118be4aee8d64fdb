package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.createTask;
import static dev.weft.Weft.done;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Task;
import java.time.Duration;

/** Tasks run in the background; they start when their maker first awaits. */
final class NamedDownloads {
    @Async
    static Coroutine<String> download(String page) {
        System.out.println("Starting: " + page);
        await(sleep(Duration.ofSeconds(2)));
        System.out.println("Finished: " + page);
        return done("<html>" + page + "</html>");
    }

    @Async
    public static void main(String[] args) {
        Stopwatch time = new Stopwatch();
        Task<String> first = createTask(download("page1"));
        Task<String> second = createTask(download("page2"));
        Task<String> third = createTask(download("page3"), "dl-page3");
        System.out.println("Tasks running in background...");
        System.out.println("The third is called " + third.name());
        System.out.println(await(first));
        System.out.println(await(second));
        System.out.println(await(third));
        System.out.println("Total: " + time);
    }

    private NamedDownloads() {}
}
