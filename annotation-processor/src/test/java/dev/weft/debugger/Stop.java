package dev.weft.debugger;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.LocalVariable;
import com.sun.jdi.Location;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.PrimitiveValue;
import com.sun.jdi.StackFrame;
import com.sun.jdi.StringReference;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.Value;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a program stopped and what a debugger shows there.
 *
 * @param line the line
 * @param method name of the method
 * @param variables visible variables by name, {@code this} by its fields
 */
record Stop(int line, String method, Map<String, @Nullable String> variables) {

    static Stop at(ThreadReference thread) {
        try {
            StackFrame frame = thread.frame(0);
            Location location = frame.location();
            return new Stop(location.lineNumber(), location.method().name(), variables(frame));
        } catch (IncompatibleThreadStateException | AbsentInformationException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, @Nullable String> variables(StackFrame frame)
            throws AbsentInformationException {
        Map<String, @Nullable String> variables = new TreeMap<>();
        for (LocalVariable variable : frame.visibleVariables()) {
            variables.put(variable.name(), text(frame.getValue(variable)));
        }
        ObjectReference self = frame.thisObject();
        if (self != null) {
            var name = self.referenceType().fieldByName("name");
            variables.put("this.name", text(self.getValue(name)));
        }
        return variables;
    }

    private static @Nullable String text(@Nullable Value value) {
        if (value == null) return "null";
        if (value instanceof StringReference string) return string.value();
        if (value instanceof PrimitiveValue primitive) return primitive.toString();
        return value.type().name();
    }
}
