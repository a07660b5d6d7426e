package org.lethe.demo;

import java.nio.file.Path;
import java.util.Locale;

/** One picture on this machine, with the media type that its name says. */
record Picture(Path file) {

    String contentType() {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return "image/" + (ending.equals("jpg") ? "jpeg" : ending);
    }
}
