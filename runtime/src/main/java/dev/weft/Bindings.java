package dev.weft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of context variables; never changed, so that any number of contexts may share it. */
final class Bindings {
    static final Object ABSENT = new Object();
    static final Bindings NONE = new Bindings(new ContextVar<?>[0], new Object[0]);

    /** In the order of their numbers. */
    private final ContextVar<?>[] vars;

    private final @Nullable Object[] values;

    private Bindings(ContextVar<?>[] vars, @Nullable Object[] values) {
        this.vars = vars;
        this.values = values;
    }

    boolean isEmpty() {
        return vars.length == 0;
    }

    List<ContextVar<?>> vars() {
        return new ArrayList<>(Arrays.asList(vars));
    }

    /** The value, or {@link #ABSENT}. */
    @Nullable Object get(ContextVar<?> var) {
        int index = indexOf(var);
        return index < 0 ? ABSENT : values[index];
    }

    Bindings with(ContextVar<?> var, @Nullable Object value) {
        int index = indexOf(var);
        if (index >= 0) {
            @Nullable Object[] changed = values.clone();
            changed[index] = value;
            return new Bindings(vars, changed);
        }
        int place = -index - 1;
        ContextVar<?>[] moreVars = Arrays.copyOf(vars, vars.length + 1);
        @Nullable Object[] moreValues = Arrays.copyOf(values, values.length + 1);
        System.arraycopy(vars, place, moreVars, place + 1, vars.length - place);
        System.arraycopy(values, place, moreValues, place + 1, values.length - place);
        moreVars[place] = var;
        moreValues[place] = value;
        return new Bindings(moreVars, moreValues);
    }

    Bindings without(ContextVar<?> var) {
        int index = indexOf(var);
        if (index < 0) {
            return this;
        }
        ContextVar<?>[] fewerVars = Arrays.copyOf(vars, vars.length - 1);
        @Nullable Object[] fewerValues = Arrays.copyOf(values, values.length - 1);
        System.arraycopy(vars, index + 1, fewerVars, index, fewerVars.length - index);
        System.arraycopy(values, index + 1, fewerValues, index, fewerValues.length - index);
        return new Bindings(fewerVars, fewerValues);
    }

    /** Its index, or where it belongs as a number below zero. */
    private int indexOf(ContextVar<?> var) {
        int low = 0;
        int high = vars.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int number = vars[middle].number;
            if (number == var.number) {
                return middle;
            }
            if (number < var.number) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }
}
