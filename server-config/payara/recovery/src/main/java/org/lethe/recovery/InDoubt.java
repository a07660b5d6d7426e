package org.lethe.recovery;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import javax.sql.DataSource;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;

/**
 * Asks the database and the broker which branches are prepared, with the scan that recovery itself uses.
 * Changes nothing. Payara writes the node's name at the beginning of each branch's qualifier.
 */
final class InDoubt {
    private static final int ANSWER_WITHIN_MILLIS = 5_000;

    private final DataSource database;
    private final BrokerAccess broker;
    private final String node;

    InDoubt(DataSource database, BrokerAccess broker, String node) {
        this.database = database;
        this.broker = broker;
        this.node = node;
    }

    /** Counts this node's branches. Throws when one of the two did not answer; the other may then not have been asked. */
    PreparedBranches count() throws ResourceAbsentException {
        return new PreparedBranches(inDatabase(), inBroker());
    }

    private int inDatabase() throws ResourceAbsentException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select gid from pg_prepared_xacts where database = current_database()")) {
            int own = 0;
            while (rows.next()) {
                if (isOwn(branchQualifier(rows.getString(1)))) {
                    own++;
                }
            }
            return own;
        } catch (SQLException e) {
            throw new ResourceAbsentException("the database", e);
        }
    }

    private int inBroker() throws ResourceAbsentException {
        try (ServerLocator locator = ActiveMQClient.createServerLocator(broker.url())) {
            locator.setCallTimeout(ANSWER_WITHIN_MILLIS)
                    .setInitialConnectAttempts(1)
                    .setReconnectAttempts(0);
            try (ClientSessionFactory factory = locator.createSessionFactory();
                    ClientSession session =
                            factory.createSession(broker.user(), broker.password(), true, false, false, false, 1)) {
                int own = 0;
                for (Xid xid : session.recover(XAResource.TMSTARTRSCAN | XAResource.TMENDRSCAN)) {
                    if (isOwn(xid.getBranchQualifier())) {
                        own++;
                    }
                }
                return own;
            }
        } catch (Exception e) { // createServerLocator and createSessionFactory declare no narrower one
            throw new ResourceAbsentException("the broker", e);
        }
    }

    private boolean isOwn(byte[] branchQualifier) {
        return new String(branchQualifier, StandardCharsets.ISO_8859_1).startsWith(node);
    }

    /** The driver writes an Xid as format id, global id and branch qualifier, the latter two in Base64. */
    static byte[] branchQualifier(String gid) {
        String[] parts = gid.split("_", -1);
        if (parts.length != 3) {
            return new byte[0];
        }
        try {
            return Base64.getDecoder().decode(parts[2]);
        } catch (IllegalArgumentException e) {
            return new byte[0]; // prepared by someone else's program, in its own notation
        }
    }
}
