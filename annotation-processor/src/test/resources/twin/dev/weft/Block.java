package dev.weft;

/** What the twin's blocks of a scope do at their end. */
public final class Block {

    /** The block ended without a failure, or was left by a jump. */
    public static void close(AsyncCloseable resource) {
        try {
            if (resource == null) return;
            Throwable leaving = resource instanceof AsyncScope scope ? Weft.await(scope.exit(null)) : null;
            if (leaving != null) throw Weft.sneak(leaving);
            if (!(resource instanceof AsyncScope)) resource.close();
        } catch (Exception e) {
            throw Weft.sneak(e);
        }
    }

    /** A failure left the block: whether it goes on; another one in its place is thrown here. */
    public static boolean rethrows(AsyncCloseable resource, Throwable failure) {
        if (resource == null) return true;
        Throwable leaving;
        try {
            if (!(resource instanceof AsyncScope scope)) {
                resource.close();
                return true;
            }
            leaving = Weft.await(scope.exit(failure));
        } catch (Throwable suppressed) {
            if (suppressed != failure) failure.addSuppressed(suppressed);
            return true;
        }
        if (leaving == null || leaving == failure) return leaving != null;
        throw Weft.sneak(leaving);
    }

    /** A failure left a block behind which there is nothing. */
    public static void leaves(AsyncCloseable resource, Throwable failure) {
        if (!rethrows(resource, failure))
            throw new IllegalStateException(
                    "the resource holds back what left its block, but nothing stands behind the"
                            + " block: let it end without return or throw, and return behind it",
                    failure);
    }

    private Block() {}
}
