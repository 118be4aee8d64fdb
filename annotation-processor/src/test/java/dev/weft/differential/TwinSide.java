package dev.weft.differential;

import dev.weft.differential.probe.Probe;
import dev.weft.differential.probe.Recorder;
import java.lang.reflect.InvocationTargetException;

/** Runs programs on the blocking twin: when the call returns, all is done. */
final class TwinSide implements Side {

    private boolean abandoned;

    /** Whether the last run left generators behind that were ended when it was over. */
    boolean hasAbandoned() {
        return abandoned;
    }

    @Override
    public Outcome run(Program program, Recorder recorder) {
        Probe.record(recorder);
        try {
            Object box = program.start();
            var outcome = box.getClass().getMethod("outcome");
            outcome.setAccessible(true);
            return Outcome.returned(recorder, outcome.invoke(box));
        } catch (InvocationTargetException e) {
            return Outcome.threw(recorder, e.getCause());
        } catch (Throwable t) {
            return Outcome.threw(recorder, t);
        } finally {
            abandoned = program.endTwinRun();
        }
    }
}
