package dev.weft;

/** When {@code waitTasks} returns. asyncio's constants of the same names. */
public enum ReturnWhen {
    /** When any of them is done, in whichever way. */
    FIRST_COMPLETED,

    /** When any of them has failed, or all are done. One that was cancelled has not failed. */
    FIRST_EXCEPTION,

    /** When all of them are done. */
    ALL_COMPLETED
}
