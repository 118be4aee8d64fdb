package dev.weft.processor.check;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import java.util.regex.Pattern;
import javax.lang.model.element.ExecutableElement;

/** Who calls a method sets its time limit, by a block around the call. */
final class TimeLimitIsTheCallers implements Rule {

    private static final Pattern LIMIT =
            Pattern.compile("(?i)timeout(millis|ms|seconds)?|time_?limit|deadline");

    @Override
    public void asyncMethod(MethodTree tree, ExecutableElement method, Reporter reporter) {
        for (VariableTree parameter : tree.getParameters()) {
            if (LIMIT.matcher(parameter.getName()).matches()) {
                reporter.report(
                        parameter,
                        Diagnostics.TIMEOUT_PARAMETER,
                        method.getSimpleName(),
                        parameter.getName());
            }
        }
    }
}
