package dev.weft.debugger;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.Location;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.LaunchingConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.VMDeathEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A program that runs in a JVM of its own under this debugger: it stops at the breakpoints, tells
 * what is visible, and goes on.
 */
final class Debuggee {

    private static final long PATIENCE_MILLIS = TimeUnit.SECONDS.toMillis(60);

    private final VirtualMachine machine;
    private final Set<Integer> lines;
    private final List<Stop> stops = new ArrayList<>();

    private Debuggee(VirtualMachine machine, Set<Integer> lines) {
        this.machine = machine;
        this.lines = lines;
    }

    /** Runs {@code Sample} to its end with breakpoints on these lines of it. */
    static List<Stop> stops(Path classes, Set<Integer> lines) throws Exception {
        Debuggee debuggee = new Debuggee(launch(classes), lines);
        try {
            return debuggee.run();
        } finally {
            debuggee.machine.process().destroyForcibly();
        }
    }

    private static VirtualMachine launch(Path classes) throws Exception {
        LaunchingConnector connector = Bootstrap.virtualMachineManager().defaultConnector();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        String path = classes + File.pathSeparator + System.getProperty("java.class.path");
        arguments.get("options").setValue("-cp \"" + path + "\"");
        arguments.get("main").setValue("Sample");
        return connector.launch(arguments);
    }

    private List<Stop> run() throws Exception {
        var prepared = machine.eventRequestManager().createClassPrepareRequest();
        prepared.addClassFilter("Sample");
        prepared.enable();
        for (boolean alive = true; alive; ) {
            EventSet events = machine.eventQueue().remove(PATIENCE_MILLIS);
            if (events == null) {
                throw new AssertionError("no event for a minute after " + stops);
            }
            for (Event event : events) alive &= handle(event);
            if (alive) events.resume();
        }
        int status = machine.process().waitFor();
        if (status != 0) throw new AssertionError("ended with " + status + ": " + errors());
        return stops;
    }

    private boolean handle(Event event) throws AbsentInformationException {
        if (event instanceof ClassPrepareEvent prepared) setBreakpoints(prepared.referenceType());
        if (event instanceof BreakpointEvent breakpoint) stops.add(Stop.at(breakpoint.thread()));
        return !(event instanceof VMDeathEvent || event instanceof VMDisconnectEvent);
    }

    /** At every place that a line has, as debuggers do. */
    private void setBreakpoints(ReferenceType type) throws AbsentInformationException {
        for (int line : lines) {
            List<Location> places = type.locationsOfLine(line);
            if (places.isEmpty()) throw new AssertionError("no code on line " + line);
            for (Location place : places) {
                machine.eventRequestManager().createBreakpointRequest(place).enable();
            }
        }
    }

    private String errors() throws Exception {
        try (var errors = machine.process().getErrorStream()) {
            return new String(errors.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
