package dev.weft.differential;

import dev.weft.differential.probe.Recorder;

/** A way to run programs. */
interface Side {

    Outcome run(Program program, Recorder recorder);
}
