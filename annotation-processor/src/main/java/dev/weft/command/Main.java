package dev.weft.command;

import java.io.PrintStream;
import java.util.List;

/** Where {@code java -jar weft-processor.jar} begins. */
public final class Main {

    private static final int MISUSED = 2;

    private Main() {}

    /** Runs the command, and ends the JVM with its status. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    /**
     * Runs the command.
     *
     * @return its status: 0 if all is well
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            Request request = Request.of(arguments);
            if (request.help()) {
                out.print(Messages.USAGE.text());
                return 0;
            }
            return new WeaveCommand(request, out, err).run();
        } catch (Request.Misuse misuse) {
            err.println(misuse.getMessage());
            err.println();
            err.print(Messages.USAGE.text());
            return MISUSED;
        }
    }
}
