package org.lethe.it.crash;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Base64;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.core.transaction.impl.XidImpl;
import org.lethe.it.Lethe;

/** A branch that a test prepares without the server, as one of the server's own would look. Immutable. */
final class PlantedBranch {
    private final int formatId;
    private final byte[] globalId;
    private final byte[] qualifier;

    private PlantedBranch(int formatId, byte[] globalId, byte[] qualifier) {
        this.formatId = formatId;
        this.globalId = globalId.clone();
        this.qualifier = qualifier.clone();
    }

    /** One that looks like this, which PostgreSQL's driver prepared. */
    static PlantedBranch like(String gid) {
        String[] parts = gid.split("_", -1);
        return new PlantedBranch(
                Integer.parseInt(parts[0]),
                Base64.getDecoder().decode(parts[1]),
                Base64.getDecoder().decode(parts[2]));
    }

    /** One of this node, of a process that nobody remembers; Payara calls the node so in what it prepares. */
    static PlantedBranch of(String node) {
        byte[] name = (node + ",server,P100").getBytes(StandardCharsets.ISO_8859_1);
        byte[] globalId = new byte[8 + name.length];
        globalId[0] = 1;
        System.arraycopy(name, 0, globalId, 8, name.length);
        return new PlantedBranch(('J' << 16) + ('T' << 8) + 'S', globalId, name);
    }

    /** Of another transaction of the same process: its number comes first in the id. */
    PlantedBranch withNumber(int number) {
        return withGlobalId(3, number);
    }

    /** Of a process that ran earlier: the time of its first transaction follows the number. */
    PlantedBranch ofAnotherLife() {
        return withGlobalId(4, globalId[4] + 1);
    }

    private PlantedBranch withGlobalId(int position, int value) {
        byte[] changed = globalId.clone();
        changed[position] = (byte) value;
        return new PlantedBranch(formatId, changed, qualifier);
    }

    /** The qualifier begins with the node's name. */
    PlantedBranch ofNode(String name) {
        byte[] changed = name.getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = Arrays.copyOf(changed, Math.max(changed.length, qualifier.length));
        if (qualifier.length > changed.length) {
            System.arraycopy(qualifier, changed.length, whole, changed.length, qualifier.length - changed.length);
        }
        return new PlantedBranch(formatId, globalId, whole);
    }

    /** In the driver's notation. */
    String gid() {
        Base64.Encoder base64 = Base64.getEncoder();
        return formatId + "_" + base64.encodeToString(globalId) + '_' + base64.encodeToString(qualifier);
    }

    /** As the broker lists it: qualifier, id and format in one. */
    String asListedByBroker() {
        return XidImpl.toBase64String(xid());
    }

    void prepareInDatabase(Lethe lethe) {
        inDatabase(lethe, "begin", "prepare transaction '" + gid() + "'");
    }

    void rollBackInDatabase(Lethe lethe) {
        inDatabase(lethe, "rollback prepared '" + gid() + "'");
    }

    void prepareAtBroker(Lethe lethe) {
        atBroker(lethe, session -> {
            session.start(xid(), XAResource.TMNOFLAGS);
            session.end(xid(), XAResource.TMSUCCESS);
            session.prepare(xid());
        });
    }

    /** Takes the next message of a queue, ends, and is not prepared: nobody can find it in what is prepared. */
    void takeAtBroker(Lethe lethe, String queue) {
        atBroker(lethe, session -> {
            session.start(xid(), XAResource.TMNOFLAGS);
            session.start();
            session.createConsumer(queue).receive().acknowledge();
            session.end(xid(), XAResource.TMSUCCESS);
        });
    }

    void rollBackAtBroker(Lethe lethe) {
        atBroker(lethe, session -> session.rollback(xid()));
    }

    private Xid xid() {
        return new XidImpl(qualifier, formatId, globalId);
    }

    private static void inDatabase(Lethe lethe, String... statements) {
        try (Connection connection = lethe.database().connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void atBroker(Lethe lethe, Use use) {
        try (ServerLocator locator =
                        ActiveMQClient.createServerLocator(lethe.installation().brokerUrl());
                ClientSessionFactory factory = locator.createSessionFactory();
                ClientSession session = factory.createSession(
                        lethe.installation().brokerUser(),
                        lethe.installation().brokerPassword(),
                        true,
                        false,
                        false,
                        false,
                        1)) {
            use.of(session);
        } catch (Exception e) { // the client library declares no narrower type
            throw new IllegalStateException(e);
        }
    }

    private interface Use {
        void of(ClientSession session) throws Exception;
    }
}
