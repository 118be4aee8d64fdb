package dev.weft.processor.check;

/** An {@code emit} stands in the body of a generator. */
final class EmitInGenerator implements Rule {

    @Override
    public void suspension(Suspension found, Body body, Reporter reporter) {
        if (found.kind() == Suspension.Kind.EMIT
                && body.kind() != Body.Kind.UNKNOWN_LAMBDA
                && !body.isGenerator()) {
            reporter.report(found.tree(), Diagnostics.EMIT_ELSEWHERE, body.inWords());
        }
    }
}
