package org.lethe.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Artemis broker, as a child process: see {@link BrokerProcess}. Its passwords travel in its environment. */
final class BrokerProgram implements Program {
    private static final int CONNECT_MILLIS = 1_000;

    private final Distribution distribution;
    private final Path directory;
    private final BrokerAddress address;
    private final JvmSettings jvm;
    private final Map<String, String> clientPasswords;

    /** @param clientPasswords of those who are not Lethe, by the variables of the process */
    BrokerProgram(
            Distribution distribution,
            DataDirectory data,
            BrokerAddress address,
            JvmSettings jvm,
            Map<String, String> clientPasswords) {
        this.distribution = distribution;
        this.directory = data.directory("broker");
        this.address = address;
        this.jvm = jvm;
        this.clientPasswords = Map.copyOf(clientPasswords);
    }

    @Override
    public Part part() {
        return Part.BROKER;
    }

    @Override
    public List<String> command(List<String> options) {
        List<String> command = new ArrayList<>(jvm.command("lethe.broker.directory", directory));
        command.add("-Dlethe.broker.host=" + address.host());
        command.add("-Dlethe.broker.port=" + address.port());
        command.add("-Djava.util.logging.config.file=" + distribution.settings("artemis/logging.properties"));
        command.addAll(options);
        command.addAll(List.of("-cp", distribution.classPath(), BrokerProcess.class.getName()));
        command.add(distribution.settings("artemis/broker.xml").toString());
        return command;
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public Map<String, String> environment() {
        Map<String, String> passwords = new HashMap<>(clientPasswords);
        passwords.put(BrokerProcess.APPLICATION_PASSWORD, address.password());
        passwords.put(BrokerProcess.MANAGEMENT_PASSWORD, address.managementPassword());
        return passwords;
    }

    /** The broker opens its port last, when its journal is read. */
    @Override
    public Optional<String> whatIsMissing() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.host(), address.port()), CONNECT_MILLIS);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("nobody listens on " + address.url());
        }
    }
}
