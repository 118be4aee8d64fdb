package dev.weft.weaver.prepare;

import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;

/**
 * A loop over {@code each}.
 *
 * @param iterator the local that holds the iterator
 * @param head where each round begins: the load of the iterator
 * @param exhausted the jump out of it behind the last element
 */
record EachLoop(int iterator, AbstractInsnNode head, JumpInsnNode exhausted) {}
