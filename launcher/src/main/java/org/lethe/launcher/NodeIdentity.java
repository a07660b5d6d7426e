package org.lethe.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What this installation's server is called and where its parts listen, kept with its data.
 *
 * <p>The name stands in every prepared transaction, and recovery takes for its own what begins with it: it is made
 * once, is this installation's alone, and all names are of one length, so that none is another's beginning.
 */
final class NodeIdentity {
    private final KeptProperties kept;

    NodeIdentity(Path file) {
        kept = KeptProperties.in(file);
    }

    String name() {
        return kept.find("name").orElseGet(() -> {
            byte[] bytes = new byte[4];
            new SecureRandom().nextBytes(bytes);
            String made = "lethe-" + HexFormat.of().formatHex(bytes);
            kept.keep("name", made);
            return made;
        });
    }

    /** The port of the last start, or another one when somebody else has taken it since. */
    int port(String part) {
        String key = part + ".port";
        int port = kept.find(key)
                .map(Integer::valueOf)
                .filter(NodeIdentity::isFree)
                .orElseGet(NodeIdentity::freePort);
        kept.keep(key, Integer.toString(port));
        return port;
    }

    /** So that others can find out where this installation answers. */
    void keepPort(String part, int port) {
        kept.keep(part + ".port", Integer.toString(port));
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartFailedException("This machine has no free port", e);
        }
    }
}
