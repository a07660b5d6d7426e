package org.lethe.launcher;

import static java.lang.System.Logger.Level.ERROR;

import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/**
 * The broker's process: Artemis with the configuration that is its argument and four users in memory, whose passwords
 * come from the environment. Ends in good order on SIGTERM, and with exit code 1 when it cannot start.
 */
public final class BrokerProcess {
    static final String APPLICATION = "application";
    static final String MANAGEMENT = "management";
    static final String SUBSCRIBER = "subscriber";
    static final String REQUESTER = "requester";
    static final String APPLICATION_PASSWORD = "LETHE_BROKER_PASSWORD";
    static final String MANAGEMENT_PASSWORD = "LETHE_BROKER_MANAGEMENT_PASSWORD";

    static final String SUBSCRIBER_PASSWORD = "LETHE_BROKER_SUBSCRIBER_PASSWORD";
    static final String REQUESTER_PASSWORD = "LETHE_BROKER_REQUESTER_PASSWORD";

    private static final System.Logger LOG = System.getLogger(BrokerProcess.class.getName());

    private BrokerProcess() {}

    /** Runs until the process is ended; the argument is the path of broker.xml. */
    public static void main(String[] arguments) {
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ()
                .setConfigResourcePath("file:" + arguments[0])
                .setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users()));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(broker), "stop"));
        try {
            broker.start();
        } catch (Exception e) { // declared by Artemis; its threads would keep the process alive
            LOG.log(ERROR, "The broker cannot start", e);
            System.exit(1);
        }
        if (!broker.getActiveMQServer().isStarted()) {
            System.exit(1);
        }
    }

    private static SecurityConfiguration users() {
        return new SecurityConfiguration(
                Map.of(
                        APPLICATION, password(APPLICATION_PASSWORD),
                        MANAGEMENT, password(MANAGEMENT_PASSWORD),
                        SUBSCRIBER, password(SUBSCRIBER_PASSWORD),
                        REQUESTER, password(REQUESTER_PASSWORD)),
                Map.of(
                        APPLICATION, List.of(APPLICATION),
                        MANAGEMENT, List.of(MANAGEMENT),
                        SUBSCRIBER, List.of(SUBSCRIBER),
                        REQUESTER, List.of(REQUESTER)));
    }

    private static String password(String variable) {
        String value = System.getenv(variable);
        if (value == null || value.isEmpty()) {
            throw new IllegalStateException("The variable " + variable + " is missing");
        }
        return value;
    }

    private static void stop(EmbeddedActiveMQ broker) {
        try {
            broker.stop();
        } catch (Exception e) { // declared by Artemis
            LOG.log(ERROR, "The broker did not stop in good order; its journal is read at the next start", e);
        }
    }
}
