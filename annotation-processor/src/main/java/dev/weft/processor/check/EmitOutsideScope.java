package dev.weft.processor.check;

/**
 * A generator emits nothing in the block of a scope that cancels: whoever iterates runs on in the
 * middle of the block, and the scope would cancel the wrong task.
 */
final class EmitOutsideScope implements Rule {

    @Override
    public void suspension(Suspension found, Body body, Reporter reporter) {
        String scope = body.scope();
        if (found.kind() == Suspension.Kind.EMIT && body.isGenerator() && scope != null) {
            reporter.report(found.tree(), Diagnostics.EMIT_IN_SCOPE, scope);
        }
    }
}
