package org.lethe.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.SocketFactory;

/**
 * Makes sockets that connect only to addresses that may be called. What is judged is what is connected to, so it makes no
 * difference what a name stood for a moment before or after. Safe for use by many threads.
 */
public final class JudgedSockets extends SocketFactory {

    private final OutboundRules rules;
    private final Queue<Socket> made = new ConcurrentLinkedQueue<>();

    public JudgedSockets(OutboundRules rules) {
        this.rules = rules;
    }

    @Override
    public Socket createSocket() {
        Socket socket = new Judged(rules);
        made.add(socket);
        return socket;
    }

    /** Closes all that were made, whoever reads or writes. */
    public void closeAll() {
        for (Socket socket = made.poll(); socket != null; socket = made.poll()) {
            close(socket);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            return; // it is of no use any more, either way
        }
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
    }

    private Socket connected(InetSocketAddress address, SocketAddress local) throws IOException {
        Socket socket = createSocket();
        if (local != null) {
            socket.bind(local);
        }
        socket.connect(address);
        return socket;
    }

    private static final class Judged extends Socket {

        private final OutboundRules rules;

        Judged(OutboundRules rules) {
            this.rules = rules;
        }

        @Override
        public void connect(SocketAddress address, int timeout) throws IOException {
            if (!(address instanceof InetSocketAddress named) || named.isUnresolved()) {
                throw new UnknownHostException("the host is not known");
            }
            if (!rules.allow(named.getAddress())) {
                throw new RefusedAddressException();
            }
            super.connect(address, timeout);
        }
    }
}
