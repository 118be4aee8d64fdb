package dev.weft.processor.check;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import javax.lang.model.element.ExecutableElement;

/** One thing that must hold of asynchronous code. It is shown what the scan comes across. */
interface Rule {

    /** A method that is marked {@code @Async}. */
    default void asyncMethod(MethodTree tree, ExecutableElement method, Reporter reporter) {}

    /** A call of {@code await}; the tree is the name that is called. */
    default void await(Tree called, Body body, Reporter reporter) {}

    /** {@code await} as a method reference. */
    default void awaitReference(MemberReferenceTree tree, Reporter reporter) {}

    /** What a return statement in an async body gives. */
    default void asyncReturn(ExpressionTree returned, Body body, Reporter reporter) {}

    /** A call in an async body; the tree is the name that is called. */
    default void callInAsyncBody(Tree called, ExecutableElement method, Reporter reporter) {}
}
