package dev.weft.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Weaves folders and jars one after the other; what they have in common is their class path. */
final class WeaveCommand {

    private static final int NAMED = 5;

    private final Request request;
    private final PrintStream out;
    private final PrintStream err;

    WeaveCommand(Request request, PrintStream out, PrintStream err) {
        this.request = request;
        this.out = out;
        this.err = err;
    }

    /** A target, and what is to become of it. */
    private record Woven(Path path, Target target, int classes, Outcome outcome) {}

    /** The command's status. */
    int run() {
        List<Path> classPath = new ArrayList<>(request.targets());
        classPath.addAll(request.classPath());
        List<Woven> woven = new ArrayList<>();
        try (ClassPath known = ClassPath.of(classPath)) {
            for (Path target : request.targets()) weave(target, known).ifPresent(woven::add);
        } catch (IOException e) {
            err.println(Messages.UNREADABLE.text(request.classPath(), e));
            return 1;
        }
        // not before the jars of the class path are closed, which may be the same
        boolean well = woven.size() == request.targets().size();
        for (Woven each : woven) well &= write(each);
        return well ? 0 : 1;
    }

    private Optional<Woven> weave(Path path, ClassPath classPath) {
        if (!Files.exists(path)) {
            err.println(Messages.ABSENT.text(path));
            return Optional.empty();
        }
        Target target = Files.isDirectory(path) ? new Folder(path) : new Jar(path);
        try {
            List<ClassFileEntry> entries = target.read();
            Outcome outcome = ClassSet.weave(entries, classPath, request.keepLocals());
            return Optional.of(new Woven(path, target, entries.size(), outcome));
        } catch (IOException | UncheckedIOException e) {
            err.println(Messages.UNREADABLE.text(path, e));
            return Optional.empty();
        }
    }

    private boolean write(Woven woven) {
        Outcome outcome = woven.outcome;
        if (!outcome.missing.isEmpty()) warn(woven.path, outcome);
        try {
            List<String> errors = new ArrayList<>(outcome.errors);
            if (outcome.isChange()) errors.addAll(woven.target.locks());
            errors.forEach(err::println);
            if (!errors.isEmpty()) return false;
            if (outcome.isChange()) woven.target.write(outcome);
        } catch (IOException e) {
            err.println(Messages.UNREADABLE.text(woven.path, e));
            return false;
        }
        out.println(Messages.DONE.text(woven.path, outcome.woven, woven.classes));
        return true;
    }

    private void warn(Path path, Outcome outcome) {
        String names =
                outcome.missing.stream()
                        .limit(NAMED)
                        .map(name -> name.replace('/', '.'))
                        .collect(Collectors.joining(", "));
        String more = outcome.missing.size() > NAMED ? ", …" : "";
        err.println(Messages.MISSING.text(path, names + more));
    }
}
