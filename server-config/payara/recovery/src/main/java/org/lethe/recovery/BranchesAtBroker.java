package org.lethe.recovery;

import java.util.ArrayList;
import java.util.List;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;

/** What the broker holds prepared. Safe for use by many threads. */
final class BranchesAtBroker implements RecoverableResource {
    private static final String NAME = "the broker";
    private static final int ANSWER_WITHIN_MILLIS = 5_000;

    private final BrokerAccess broker;
    private final String node;

    BranchesAtBroker(BrokerAccess broker, String node) {
        this.broker = broker;
        this.node = node;
    }

    @Override
    public List<PreparedBranch> prepared() throws ResourceAbsentException {
        try {
            return inSession(session -> {
                List<PreparedBranch> own = new ArrayList<>();
                for (Xid xid : session.recover(XAResource.TMSTARTRSCAN | XAResource.TMENDRSCAN)) {
                    PreparedBranch branch = PreparedBranch.of(xid);
                    if (branch.isOf(node)) {
                        own.add(branch);
                    }
                }
                return own;
            });
        } catch (Exception e) { // the client's factories declare no narrower one
            throw new ResourceAbsentException(NAME, e);
        }
    }

    @Override
    public void commit(PreparedBranch branch) throws NotSettledException {
        settle(session -> {
            session.commit(branch, false);
            return branch;
        });
    }

    @Override
    public void rollBack(PreparedBranch branch) throws NotSettledException {
        settle(session -> {
            session.rollback(branch);
            return branch;
        });
    }

    private void settle(Use<PreparedBranch> use) throws NotSettledException {
        try {
            inSession(use);
        } catch (Exception e) { // the client's factories declare no narrower one
            throw new NotSettledException(NAME, e);
        }
    }

    private <T> T inSession(Use<T> use) throws Exception {
        try (ServerLocator locator = ActiveMQClient.createServerLocator(broker.url())) {
            locator.setCallTimeout(ANSWER_WITHIN_MILLIS)
                    .setInitialConnectAttempts(1)
                    .setReconnectAttempts(0);
            try (ClientSessionFactory factory = locator.createSessionFactory();
                    ClientSession session =
                            factory.createSession(broker.user(), broker.password(), true, false, false, false, 1)) {
                return use.of(session);
            }
        }
    }

    @Override
    public String toString() {
        return NAME;
    }

    private interface Use<T> {
        T of(ClientSession session) throws Exception;
    }
}
