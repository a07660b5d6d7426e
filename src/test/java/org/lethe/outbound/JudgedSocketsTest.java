package org.lethe.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class JudgedSocketsTest {

    @Test
    void whatMayNotBeCalledShouldNotBeConnectedTo() throws IOException {
        JudgedSockets strict = sockets(false);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket socket = strict.createSocket()) {
            InetSocketAddress address = new InetSocketAddress("localhost", server.getLocalPort());

            assertThatThrownBy(() -> socket.connect(address)).isInstanceOf(RefusedAddressException.class);
            assertThatThrownBy(() -> strict.createSocket("127.0.0.1", server.getLocalPort()))
                    .isInstanceOf(RefusedAddressException.class);
            assertThat(socket.isConnected()).isFalse();
        }
    }

    @Test
    void whatMayBeCalledShouldBeConnectedToAndClosedFromOutside() throws IOException {
        JudgedSockets lenient = sockets(true);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket socket = lenient.createSocket("127.0.0.1", server.getLocalPort())) {
            assertThat(socket.isConnected()).isTrue();

            lenient.closeAll();

            assertThat(socket.isClosed()).isTrue();
        }
    }

    @Test
    void aNameThatIsNotKnownShouldBeSaidToBeThat() throws IOException {
        try (Socket socket = sockets(true).createSocket()) {
            InetSocketAddress unknown = InetSocketAddress.createUnresolved("nowhere.invalid", 25);

            assertThatThrownBy(() -> socket.connect(unknown)).isInstanceOf(UnknownHostException.class);
        }
    }

    private static JudgedSockets sockets(boolean allowPrivate) {
        return new JudgedSockets(new OutboundRules(Duration.ofSeconds(1), 1, allowPrivate, true));
    }
}
