package dev.weft.weaver;

/** The weaver failed on a method, which is a defect of Weft; the cause says how. */
public final class WeaverDefect extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String method;
    private final String descriptor;

    public WeaverDefect(String method, String descriptor, Throwable cause) {
        super(method + descriptor, cause);
        this.method = method;
        this.descriptor = descriptor;
    }

    /** The name in the class file of the method that the weaver failed on. */
    public String method() {
        return method;
    }

    /** The descriptor of that method. */
    public String descriptor() {
        return descriptor;
    }
}
