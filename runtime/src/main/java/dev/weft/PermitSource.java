package dev.weft;

/** What gives {@link Permit}s and takes them back. */
abstract class PermitSource extends LoopBound {
    PermitSource() {}

    /** Takes back what one permit holds, and leaves it as it is if it throws. */
    abstract void giveBack(Permit permit);
}
