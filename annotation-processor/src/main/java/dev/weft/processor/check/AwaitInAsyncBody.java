package dev.weft.processor.check;

import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.Tree;

/** An {@code await} stands in the body of an async method or lambda, which can be suspended. */
final class AwaitInAsyncBody implements Rule {

    @Override
    public void await(Tree called, Body body, Reporter reporter) {
        switch (body.kind()) {
            case METHOD -> reporter.error(called, Diagnostics.AWAIT_IN_METHOD, body.name());
            case LAMBDA -> reporter.error(called, Diagnostics.AWAIT_IN_LAMBDA, body.name());
            case CONSTRUCTOR ->
                    reporter.error(called, Diagnostics.AWAIT_IN_CONSTRUCTOR, body.name());
            case INITIALISER ->
                    reporter.error(called, Diagnostics.AWAIT_IN_INITIALISER, body.name());
            case ASYNC_METHOD, ASYNC_LAMBDA -> {}
        }
    }

    @Override
    public void awaitReference(MemberReferenceTree tree, Reporter reporter) {
        reporter.error(tree, Diagnostics.AWAIT_REFERENCE);
    }
}
