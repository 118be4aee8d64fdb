package dev.weft.weaver.plan;

import dev.weft.weaver.Names;
import dev.weft.weaver.flow.NeededLocals;
import dev.weft.weaver.prepare.Body;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All that is decided about one async method before anything is written.
 *
 * @param body the body to write the state machine into
 * @param parameters the fields that hold the receiver and the parameters, in their order
 * @param passing those of them that no resumption needs, so that a frame which is made at the first
 *     suspension goes without; empty where all frames are made before
 * @param spills the fields that hold other locals and operands while suspended
 * @param points the suspension points, in the order of the code
 * @param needed which locals matter where
 */
public record MethodPlan(
        Body body,
        List<FrameField> parameters,
        List<FrameField> passing,
        List<FrameField> spills,
        List<SuspensionPoint> points,
        NeededLocals needed) {

    /** The parameters that every frame has. */
    public List<FrameField> kept() {
        return parameters.stream().filter(field -> !passing.contains(field)).toList();
    }

    /** The class of the frames that are made before the body runs. */
    public String callFrame() {
        String frame = body.method().frame();
        return passing.isEmpty() ? frame : frame + Names.CALL;
    }

    /** The plan as text, a line for each decision. */
    @Override
    public String toString() {
        String states = points.stream().map(point -> "\n  " + point).collect(Collectors.joining());
        return "%s frame %s parameters %s%s spills %s%s"
                .formatted(
                        body.method().displayName(),
                        body.method().frame(),
                        parameters,
                        passing.isEmpty() ? "" : " passing " + passing,
                        spills,
                        states);
    }
}
