package io.seedhouse.it;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Kills a server (SIGKILL) in the moment one of its threads enters a method, and before anything of
 * the method is done. It is a debugger that sets one breakpoint, so the server needs no code for
 * it.
 */
final class KillPoint {
    private static final int POLL_MILLIS = 500;

    private final VirtualMachine machine;
    private final Process server;
    private final String type;
    private final String method;

    private KillPoint(VirtualMachine machine, Process server, String type, String method) {
        this.machine = machine;
        this.server = server;
        this.type = type;
        this.method = method;
    }

    /** What lets a server be killed so: to be added to its JVM's options. */
    static String option(int port) {
        return "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:" + port;
    }

    /**
     * Waits in the background for the method to be entered.
     *
     * @param port as given to {@link #option}
     * @param type the class's full name
     */
    static CompletableFuture<@Nullable Void> at(
            ServerProcess server, int port, String type, String method) throws IOException {
        var point = new KillPoint(attach(port), server.process(), type, method);
        point.watch();
        return CompletableFuture.runAsync(point::await);
    }

    private static VirtualMachine attach(int port) throws IOException {
        AttachingConnector connector =
                Bootstrap.virtualMachineManager().attachingConnectors().stream()
                        .filter(known -> known.name().equals("com.sun.jdi.SocketAttach"))
                        .findFirst()
                        .orElseThrow();
        var arguments = connector.defaultArguments();
        Map.of("hostname", "127.0.0.1", "port", String.valueOf(port), "timeout", "20000")
                .forEach((name, value) ->
                        Objects.requireNonNull(arguments.get(name), name).setValue(value));
        try {
            return connector.attach(arguments);
        } catch (IllegalConnectorArgumentsException e) {
            throw new AssertionError(e);
        }
    }

    /** In the class as it is loaded now, and as it is loaded later. */
    private void watch() {
        machine.classesByName(type).forEach(this::stopAt);
        var request = machine.eventRequestManager().createClassPrepareRequest();
        request.addClassFilter(type);
        request.enable();
    }

    private void stopAt(ReferenceType loaded) {
        for (Method entered : loaded.methodsByName(method)) {
            if (!entered.isAbstract()) {
                machine.eventRequestManager().createBreakpointRequest(first(entered)).enable();
            }
        }
    }

    private static com.sun.jdi.Location first(Method entered) {
        try {
            return entered.allLineLocations().getFirst();
        } catch (AbsentInformationException e) {
            return entered.location();
        }
    }

    private void await() {
        try {
            while (server.isAlive()) {
                EventSet events = machine.eventQueue().remove(POLL_MILLIS);
                if (events != null) {
                    events.forEach(this::handle);
                    events.resume();
                }
            }
        } catch (VMDisconnectedException dead) {
            // as it should be
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(Event event) {
        switch (event) {
            case ClassPrepareEvent loaded -> stopAt(loaded.referenceType());
            case BreakpointEvent _ -> kill();
            default -> {}
        }
    }

    private void kill() {
        try {
            server.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
