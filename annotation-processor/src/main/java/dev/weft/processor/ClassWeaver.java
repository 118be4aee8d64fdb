package dev.weft.processor;

import dev.weft.weaver.Weaving;

/** Weaves one class file; a seam for tests of what happens when the weaver fails. */
interface ClassWeaver {

    Weaving weave(byte[] classFile);
}
