package dev.weft.weaver;

import java.util.List;

/**
 * What the weaver decided about one async method, for people to read.
 *
 * @param owner binary name of the class that declares it
 * @param name its name in the class file: that of a lambda is the compiler's
 * @param descriptor its descriptor in the class file
 * @param parameters the types of its parameters, as in the source
 * @param returns its return type, as in the source
 * @param shape what the return type makes of it
 * @param firstLine the first line of its code, 0 where unknown
 * @param lastLine the last line of its code, 0 where unknown
 * @param frame binary name of its frame class
 * @param frameBytes how large a frame is
 * @param fields the frame's own fields
 * @param bodyBytes how much bytecode its body has, as it is written
 * @param points where it may be suspended, in the order of the bytecode
 */
public record MethodFacts(
        String owner,
        String name,
        String descriptor,
        List<String> parameters,
        String returns,
        Shape shape,
        int firstLine,
        int lastLine,
        String frame,
        int frameBytes,
        List<Field> fields,
        int bodyBytes,
        List<Point> points) {

    /** HotSpot compiles no method with more bytecode than this. */
    public static final int LARGEST_COMPILED = 8000;

    /** Whether the body is interpreted for ever. */
    public boolean neverCompiled() {
        return bodyBytes > LARGEST_COMPILED;
    }

    /** Whether it is the body of a lambda. */
    public boolean isLambda() {
        return name.startsWith("lambda$");
    }

    /**
     * A field of the frame.
     *
     * @param name its name
     * @param type its type
     * @param bytes how much room it takes
     */
    public record Field(String name, String type, int bytes) {}

    /**
     * A place where the method may be suspended.
     *
     * @param state the frame's state while it is suspended there, from 1
     * @param kind what it waits for
     * @param line the line, 0 where unknown
     * @param subject the type of what is awaited, emitted, iterated, closed or returned, as far as
     *     the bytecode tells
     * @param kept what the frame keeps meanwhile
     * @param cleared the fields that are set to null, as nobody needs any more what they hold
     */
    public record Point(
            int state, Kind kind, int line, String subject, List<Kept> kept, List<String> cleared) {

        /** How much room what is kept takes in the frame. */
        public int keptBytes() {
            return kept.stream().mapToInt(Kept::bytes).sum();
        }
    }

    /**
     * A value that is needed after a suspension.
     *
     * @param role what it is in the method
     * @param name the variable's name; empty where it has none, or the class file does not tell
     * @param type its type, as in the source where the class file tells
     * @param field the frame's field that holds it
     * @param bytes how much room the field takes
     */
    public record Kept(Role role, String name, String type, String field, int bytes) {}

    /** What a value is in its method. */
    public enum Role {
        RECEIVER,
        PARAMETER,
        LOCAL,
        /** A part of an expression that is evaluated already. */
        OPERAND
    }

    /** What a method waits for at a suspension. */
    public enum Kind {
        AWAIT,
        EMIT,
        /** The next element of a loop over {@code each}. */
        EACH,
        /** The close of a resource. */
        CLOSE,
        /** The close of a resource whose block something is thrown out of. */
        EXIT,
        /** The end of what a {@code return} hands on. */
        RETURN,
        /** The close of an iterator whose loop is left early. */
        LEAVE
    }

    /** The same with the size of the body, which is known when it is written. */
    public MethodFacts withBodyBytes(int bytes) {
        return new MethodFacts(
                owner,
                name,
                descriptor,
                parameters,
                returns,
                shape,
                firstLine,
                lastLine,
                frame,
                frameBytes,
                fields,
                bytes,
                points);
    }
}
