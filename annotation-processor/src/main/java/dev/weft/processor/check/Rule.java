package dev.weft.processor.check;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/** One thing that must hold of asynchronous code. It is shown what the scan comes across. */
interface Rule {

    /** A method that is marked {@code @Async}. */
    default void asyncMethod(MethodTree tree, ExecutableElement method, Reporter reporter) {}

    /** All of an async method or lambda. */
    default void asyncBody(AsyncBody body, Reporter reporter) {}

    /** A place where code may have to wait. */
    default void suspension(Suspension found, Body body, Reporter reporter) {}

    /** A method reference to what may have to wait. */
    default void reference(Suspension found, Reporter reporter) {}

    /** A resource of an async body whose close is awaited, and the statement that it belongs to. */
    default void resource(Suspension close, TryTree tree, Reporter reporter) {}

    /** The way to what a return statement in an async body gives, or to an async lambda's value. */
    default void asyncReturn(TreePath returned, Body body, Reporter reporter) {}

    /** The way to a call of a method that does not have to wait. */
    default void call(TreePath call, ExecutableElement method, Body body, Reporter reporter) {}

    /** The way to the making of an object. */
    default void made(TreePath made, ExecutableElement constructor, Body body, Reporter reporter) {}

    /** The way to a reference to a method that does not have to wait. */
    default void methodReference(
            TreePath reference, ExecutableElement method, Body body, Reporter reporter) {}

    /** The way to an expression whose value nobody sees. */
    default void discarded(TreePath expression, Body body, Reporter reporter) {}

    /** The way to the declaration of a local variable. */
    default void local(TreePath variable, Element declared, Body body, Reporter reporter) {}

    /** The way to one of the operands that a string is made of. */
    default void concatenated(TreePath operand, Body body, Reporter reporter) {}
}
