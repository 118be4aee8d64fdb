package dev.weft.weaver.plan;

/**
 * A field of a frame class.
 *
 * @param name its name
 * @param descriptor its type, as exact as the verifier knows it
 */
public record FrameField(String name, String descriptor) {

    /** Whether it may keep an object alive. */
    public boolean isReference() {
        return descriptor.startsWith("L") || descriptor.startsWith("[");
    }

    @Override
    public String toString() {
        return name + ":" + descriptor;
    }
}
