package dev.weft.weaver.emit;

import dev.weft.weaver.plan.SuspensionPoint;
import org.objectweb.asm.tree.LabelNode;

/**
 * The code between a suspension and its resumption, where the method's own locals are not in their
 * slots: its handlers do not reach into it.
 */
record Gap(SuspensionPoint point, LabelNode out, LabelNode resume, LabelNode back) {}
