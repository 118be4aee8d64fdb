package dev.weft.processor.check;

import com.sun.source.tree.Tree;

/** What has to wait stands in the body of an async method or lambda, which can be suspended. */
final class SuspensionInAsyncBody implements Rule {

    @Override
    public void suspension(Suspension found, Body body, Reporter reporter) {
        if (found.kind() == Suspension.Kind.EMIT) {
            return;
        }
        Tree where = found.tree();
        String words = found.words();
        switch (body.kind()) {
            case METHOD -> reporter.report(where, Diagnostics.WAIT_IN_METHOD, words, body.name());
            case LAMBDA -> reporter.report(where, Diagnostics.WAIT_IN_LAMBDA, words, body.name());
            case CONSTRUCTOR ->
                    reporter.report(where, Diagnostics.WAIT_IN_CONSTRUCTOR, words, body.name());
            case INITIALISER ->
                    reporter.report(where, Diagnostics.WAIT_IN_INITIALISER, words, body.name());
            case ASYNC_METHOD, ASYNC_LAMBDA, UNKNOWN_LAMBDA -> {}
        }
    }

    @Override
    public void reference(Suspension found, Reporter reporter) {
        reporter.report(
                found.tree(),
                switch (found.kind()) {
                    case AWAIT -> Diagnostics.AWAIT_REFERENCE;
                    case EMIT -> Diagnostics.EMIT_REFERENCE;
                    case EACH -> Diagnostics.EACH_REFERENCE;
                    case CLOSE -> Diagnostics.CLOSE_REFERENCE;
                });
    }
}
