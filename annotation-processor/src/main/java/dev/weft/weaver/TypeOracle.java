package dev.weft.weaver;

/** What the weaver must know of classes other than the one it weaves. Names are internal names. */
public interface TypeOracle {

    /**
     * Whether the interface method that a lambda implements is marked {@code @Async}, declared
     * there or inherited.
     */
    boolean isAsyncContract(String functionalInterface, String method);

    /** Whether a type is a resource whose close is awaited. */
    boolean isAsyncCloseable(String type);

    /**
     * Whether such a resource has no other way to be closed: a class may close itself as it likes.
     */
    boolean inheritsAsyncClose(String type);
}
