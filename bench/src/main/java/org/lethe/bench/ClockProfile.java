package org.lethe.bench;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * Where the server's threads are, asked again and again: a profile by the clock and not by the processor, because most
 * of the time goes into waiting. What asks takes part in the load, so never measure a rate with it.
 */
final class ClockProfile implements AutoCloseable {

    private static final int OTHERS = 3;
    private static final Duration PERIOD = Duration.ofMillis(40);

    private final JMXConnector connector;
    private final ThreadMXBean threads;
    private final Map<WorkStep, Integer> seen = new TreeMap<>();
    private final Map<String, Integer> unknown = new TreeMap<>();
    private final Thread sampler = new Thread(this::sample, "profile");
    private volatile boolean ended;
    private int looks;

    private ClockProfile(JMXConnector connector) throws IOException {
        this.connector = connector;
        this.threads = ManagementFactory.newPlatformMXBeanProxy(
                connector.getMBeanServerConnection(), ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
    }

    /** Of a process of this machine and user. */
    @SuppressWarnings("BanJNDI") // the address is the process's own, given over by the operating system
    static ClockProfile of(long pid) throws IOException {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
            String address = machine.startLocalManagementAgent();
            machine.detach();
            ClockProfile profile = new ClockProfile(JMXConnectorFactory.connect(new JMXServiceURL(address)));
            profile.sampler.start();
            return profile;
        } catch (AttachNotSupportedException e) {
            throw new IOException(e);
        }
    }

    /** Ends the asking; a line for each step with the number of threads that were, on average, in it. */
    String end() throws InterruptedException {
        ended = true;
        sampler.join();
        StringBuilder table = new StringBuilder();
        seen.forEach((step, times) -> table.append(Wording.of("%5.2f  %s%n", (double) times / looks, step.label())));
        unknown.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(OTHERS)
                .forEach(other -> table.append(
                        Wording.of("  of the other: %5.2f  %s%n", (double) other.getValue() / looks, other.getKey())));
        return table.toString();
    }

    private void sample() {
        while (!ended) {
            looks++;
            for (ThreadInfo thread : threads.dumpAllThreads(false, false)) {
                StackTraceElement[] stack = thread.getStackTrace();
                WorkStep.of(thread.getThreadName(), stack).ifPresent(step -> {
                    seen.merge(step, 1, Integer::sum);
                    if (step == WorkStep.OTHER) {
                        unknown.merge(top(stack), 1, Integer::sum);
                    }
                });
            }
            try {
                Thread.sleep(PERIOD.toMillis());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static String top(StackTraceElement[] stack) {
        StringBuilder words = new StringBuilder();
        for (int n = 0; n < Math.min(stack.length, 60) && words.length() < 150; n++) {
            String type = stack[n].getClassName();
            if (n < 2 || type.startsWith("org.lethe") || type.contains("XA") || type.contains("jts")) {
                words.append(type.substring(type.lastIndexOf('.') + 1))
                        .append('.')
                        .append(stack[n].getMethodName())
                        .append(" < ");
            }
        }
        return words.toString();
    }

    @Override
    public void close() throws IOException {
        ended = true;
        connector.close();
    }
}
