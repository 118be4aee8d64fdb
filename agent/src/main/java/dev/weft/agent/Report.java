package dev.weft.agent;

import dev.weft.weaver.Weaving.Problem;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Every word that the agent says. It says them aloud: the JVM swallows what a transformer throws.
 */
final class Report {

    private static final String WHO = "weft-agent: ";

    private Report() {}

    static void unknownOption(String option) {
        System.err.println(WHO + "warning: there is no option " + option + "; there is keepLocals");
    }

    /** Says why a class cannot be woven; gives what its methods are to say. */
    static String refused(String type, List<Problem> problems) {
        String reasons =
                problems.stream()
                        .map(problem -> problem.method() + line(problem) + ": " + problem.message())
                        .collect(Collectors.joining("; "));
        return said(type.replace('/', '.') + " cannot be woven: " + reasons);
    }

    private static String line(Problem problem) {
        return problem.line() > 0 ? ", line " + problem.line() : "";
    }

    static String crashed(String type, Throwable failure) {
        System.err.println(
                WHO
                        + "error: "
                        + type.replace('/', '.')
                        + ": this is a defect of Weft, please report it");
        failure.printStackTrace();
        return "Weft failed on " + type.replace('/', '.') + ": " + failure;
    }

    static void newerJava(String type) {
        said(type.replace('/', '.') + " is of a newer Java than this version of Weft knows");
    }

    static void cannotBeRedefined(String type) {
        said(
                type.replace('/', '.')
                        + " has changed in what its async methods keep across awaits, which a"
                        + " program that runs cannot take over: start it again");
    }

    private static String said(String message) {
        System.err.println(WHO + "error: " + message);
        return message;
    }
}
