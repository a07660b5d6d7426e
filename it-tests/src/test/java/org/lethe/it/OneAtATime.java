package org.lethe.it;

import java.util.function.UnaryOperator;
import org.lethe.launcher.Installation;

/** The installation that the tests use at the moment. One thread. */
final class OneAtATime implements AutoCloseable {
    private String name = "";
    private RunningInstallation running;

    /** The one of this name, which is started unless it is the present one. The one before is closed. */
    RunningInstallation running(String wanted, UnaryOperator<Installation.Builder> settings) {
        if (!name.equals(wanted)) {
            close();
            running = RunningInstallation.start(wanted, settings);
            name = wanted;
        }
        return running;
    }

    @Override
    public void close() {
        if (running != null) {
            running.close();
            running = null;
            name = "";
        }
    }
}
