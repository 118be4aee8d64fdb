package dev.weft.command;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * What the user asks for.
 *
 * @param targets folders and jars to weave
 * @param classPath where other classes are
 */
record Request(boolean help, boolean keepLocals, List<Path> targets, List<Path> classPath) {

    /** The arguments make no sense. */
    static final class Misuse extends Exception {
        private static final long serialVersionUID = 1;

        Misuse(Messages what, Object... about) {
            super(what.text(about));
        }
    }

    static Request of(List<String> arguments) throws Misuse {
        boolean help = arguments.isEmpty();
        boolean keepLocals = false;
        List<Path> targets = new ArrayList<>();
        List<Path> classPath = new ArrayList<>();
        Iterator<String> rest = arguments.iterator();
        boolean named = false;
        while (rest.hasNext()) {
            String argument = rest.next();
            switch (argument) {
                case "-h", "--help" -> help = true;
                case "--keep-locals" -> keepLocals = true;
                case "-cp", "--class-path" -> classPath.addAll(paths(argument, rest));
                default -> {
                    if (argument.startsWith("-")) throw new Misuse(Messages.NO_OPTION, argument);
                    if (named) targets.add(Path.of(argument));
                    else if (!argument.equals("weave"))
                        throw new Misuse(Messages.NO_COMMAND, argument);
                    named = true;
                }
            }
        }
        if (!help && targets.isEmpty()) throw new Misuse(Messages.NO_TARGET);
        return new Request(help, keepLocals, targets, classPath);
    }

    private static List<Path> paths(String option, Iterator<String> rest) throws Misuse {
        if (!rest.hasNext()) throw new Misuse(Messages.NO_VALUE, option);
        return Arrays.stream(rest.next().split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .toList();
    }
}
