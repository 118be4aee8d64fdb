package dev.weft.processor.check;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.ExecutableElement;

/** One thing that must hold of asynchronous code. It is shown what the scan comes across. */
interface Rule {

    /** A method that is marked {@code @Async}. */
    default void asyncMethod(MethodTree tree, ExecutableElement method, Reporter reporter) {}

    /** A place where code may have to wait. */
    default void suspension(Suspension found, Body body, Reporter reporter) {}

    /** A method reference to what may have to wait. */
    default void reference(Suspension found, Reporter reporter) {}

    /** A resource of an async body whose close is awaited, and the statement that it belongs to. */
    default void resource(Suspension close, TryTree tree, Reporter reporter) {}

    /** The way to what a return statement in an async body gives, or to an async lambda's value. */
    default void asyncReturn(TreePath returned, Body body, Reporter reporter) {}

    /** A call in an async body; the tree is the name that is called. */
    default void callInAsyncBody(Tree called, ExecutableElement method, Reporter reporter) {}
}
