package dev.weft;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Several exceptions that are thrown together, because what they come from ran beside each other:
 * what leaves the block of a {@link TaskGroup} whose children failed, even if only one did.
 *
 * <p>It is unchecked, and holds exceptions of any type, checked ones and errors too. Groups may
 * hold groups. They are also its suppressed exceptions, so that {@code printStackTrace} shows all.
 * To take out what one can deal with and leave the rest:
 *
 * <pre>{@code
 * } catch (ExceptionGroup group) {
 *     group.handle(IOException.class, e -> log.warn("not read", e))
 *             .handle(ParseException.class, e -> log.warn("not understood", e))
 *             .orThrow();
 * }
 * }</pre>
 *
 * <p>Python's {@code ExceptionGroup} and {@code BaseExceptionGroup}.
 */
public final class ExceptionGroup extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String description;

    /** Not changed after the constructor; serializable as lists of this kind are. */
    private final ArrayList<Throwable> exceptions;

    /**
     * Makes a group.
     *
     * @param message what they have in common
     * @param exceptions at least one
     * @throws IllegalArgumentException if there is none
     */
    public ExceptionGroup(String message, List<? extends Throwable> exceptions) {
        super(Objects.requireNonNull(message, "message"));
        this.description = message;
        this.exceptions = new ArrayList<>(List.copyOf(exceptions));
        if (exceptions.isEmpty()) {
            throw new IllegalArgumentException("a group needs at least one exception");
        }
        this.exceptions.forEach(this::addSuppressed);
    }

    /**
     * What it was made with and how many there are.
     *
     * @return the message
     */
    @Override
    public String getMessage() {
        int count = exceptions.size();
        return description + " (" + count + (count == 1 ? " exception)" : " exceptions)");
    }

    /**
     * What it holds, groups as groups.
     *
     * @return the exceptions, at least one, in a list that cannot be changed
     */
    public List<Throwable> exceptions() {
        return List.copyOf(exceptions);
    }

    /**
     * What it and the groups in it hold, without those groups.
     *
     * @return the exceptions, in a new list
     */
    public List<Throwable> leaves() {
        List<Throwable> leaves = new ArrayList<>();
        for (Throwable exception : exceptions) {
            if (exception instanceof ExceptionGroup group) {
                leaves.addAll(group.leaves());
            } else {
                leaves.add(exception);
            }
        }
        return leaves;
    }

    /**
     * Those of a type, in groups that are nested as these are. Groups are looked into; none counts
     * as the {@code RuntimeException} that it is.
     *
     * @param type the type
     * @return the group; this one if all are, null if none is
     */
    public @Nullable ExceptionGroup subgroup(Class<? extends Throwable> type) {
        return split(type).matching();
    }

    /**
     * Those that are wanted, in groups that are nested as these are. A group that itself is wanted
     * is taken whole.
     *
     * @param wanted asked of each, of a group before what is in it
     * @return the group; this one if all are, null if none is
     */
    public @Nullable ExceptionGroup subgroup(Predicate<? super Throwable> wanted) {
        return split(wanted).matching();
    }

    /**
     * Parts those of a type from the rest, each in groups that are nested as these are. Groups are
     * looked into; none counts as the {@code RuntimeException} that it is.
     *
     * @param type the type
     * @return both parts
     */
    public Split split(Class<? extends Throwable> type) {
        return split(e -> !(e instanceof ExceptionGroup) && type.isInstance(e));
    }

    /**
     * Parts those that are wanted from the rest, each in groups that are nested as these are.
     *
     * @param wanted asked of each, of a group before what is in it
     * @return both parts
     */
    public Split split(Predicate<? super Throwable> wanted) {
        if (wanted.test(this)) {
            return new Split(this, null);
        }
        List<Throwable> matching = new ArrayList<>();
        List<Throwable> rest = new ArrayList<>();
        for (Throwable exception : exceptions) {
            if (exception instanceof ExceptionGroup group) {
                Split split = group.split(wanted);
                addIfAny(matching, split.matching());
                addIfAny(rest, split.rest());
            } else {
                (wanted.test(exception) ? matching : rest).add(exception);
            }
        }
        return new Split(derive(matching), derive(rest));
    }

    private static void addIfAny(List<Throwable> part, @Nullable ExceptionGroup group) {
        if (group != null) {
            part.add(group);
        }
    }

    /** A group of a part of these that tells the same of where it comes from. */
    private @Nullable ExceptionGroup derive(List<Throwable> part) {
        if (part.isEmpty()) {
            return null;
        }
        if (isAll(part)) {
            return this;
        }
        ExceptionGroup group = new ExceptionGroup(description, part);
        group.setStackTrace(getStackTrace());
        if (getCause() != null) {
            group.initCause(getCause());
        }
        return group;
    }

    private boolean isAll(List<Throwable> part) {
        boolean all = part.size() == exceptions.size();
        for (int i = 0; all && i < part.size(); i++) {
            all = part.get(i) == exceptions.get(i);
        }
        return all;
    }

    /**
     * Deals with those of a type, wherever in nested groups they are. Python's {@code except*}.
     *
     * @param type the type
     * @param action called with each of them, in their order; what it throws is thrown in the end,
     *     together with the rest; one that it throws again stays where it was
     * @param <E> the type
     * @return what to do with the rest
     */
    public <E extends Throwable> Handling handle(Class<E> type, Handler<? super E> action) {
        return new Handling(this).handle(type, action);
    }

    /**
     * All of it as a tree, one line for each.
     *
     * @return the lines, each with its line break
     */
    public String tree() {
        StringBuilder text = new StringBuilder().append(this).append('\n');
        appendBranches(text, "");
        return text.toString();
    }

    private void appendBranches(StringBuilder text, String indent) {
        for (int i = 0; i < exceptions.size(); i++) {
            boolean last = i == exceptions.size() - 1;
            Throwable exception = exceptions.get(i);
            text.append(indent).append(last ? "└─ " : "├─ ").append(exception).append('\n');
            if (exception instanceof ExceptionGroup group) {
                group.appendBranches(text, indent + (last ? "   " : "│  "));
            }
        }
    }

    /**
     * The two parts of a group.
     *
     * @param matching what was wanted; null if nothing was
     * @param rest what was not; null if everything was
     */
    public record Split(@Nullable ExceptionGroup matching, @Nullable ExceptionGroup rest) {}

    /**
     * Deals with an exception.
     *
     * @param <E> its type
     */
    @FunctionalInterface
    public interface Handler<E extends Throwable> {
        /**
         * Deals with it.
         *
         * @param exception the exception
         * @throws Exception what is thrown in the end, together with what was not dealt with
         */
        void handle(E exception) throws Exception;
    }

    /** A group while its exceptions are being dealt with, kind by kind. */
    public static final class Handling {
        private @Nullable ExceptionGroup rest;
        private final List<Throwable> thrown = new ArrayList<>();

        private Handling(ExceptionGroup group) {
            rest = group;
        }

        /**
         * Deals with those of a further type that are left.
         *
         * @param type the type
         * @param action as of {@link ExceptionGroup#handle}
         * @param <E> the type
         * @return this
         */
        public <E extends Throwable> Handling handle(Class<E> type, Handler<? super E> action) {
            if (rest == null) {
                return this;
            }
            Set<Throwable> dealtWith = Collections.newSetFromMap(new IdentityHashMap<>());
            for (Throwable leaf : rest.leaves()) {
                if (type.isInstance(leaf) && dealsWith(type.cast(leaf), action)) {
                    dealtWith.add(leaf);
                }
            }
            rest = rest.split(dealtWith::contains).rest();
            return this;
        }

        private <E extends Throwable> boolean dealsWith(E exception, Handler<? super E> action) {
            try {
                action.handle(exception);
            } catch (Throwable failure) {
                if (failure == exception) {
                    return false;
                }
                thrown.add(failure);
            }
            return true;
        }

        /**
         * What nobody has dealt with.
         *
         * @return the group; null if there is nothing left
         */
        public @Nullable ExceptionGroup rest() {
            return rest;
        }

        /**
         * Throws what nobody has dealt with, if there is any, and what the actions have thrown. A
         * {@link CancelledError} that an action has thrown is thrown alone.
         */
        public void orThrow() {
            for (Throwable failure : thrown) {
                if (failure instanceof CancelledError) {
                    throw Sneaky.rethrow(failure);
                }
            }
            if (!thrown.isEmpty()) {
                List<Throwable> all = new ArrayList<>(thrown);
                addIfAny(all, rest);
                throw new ExceptionGroup("exceptions while handling a group", all);
            }
            if (rest != null) {
                throw rest;
            }
        }
    }
}
