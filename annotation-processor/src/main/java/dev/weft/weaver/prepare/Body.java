package dev.weft.weaver.prepare;

import dev.weft.weaver.AsyncMethod;
import java.util.List;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * An async method's body, ready to be planned: it has its frame as last parameter, returns its bare
 * result, and each await is a call that may give {@code SUSPENDED}.
 *
 * @param method what it is the body of
 * @param node the code
 * @param suspensions the calls that may suspend, in the order of the code
 */
public record Body(AsyncMethod method, MethodNode node, List<MethodInsnNode> suspensions) {}
