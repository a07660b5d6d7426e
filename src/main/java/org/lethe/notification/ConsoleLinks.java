package org.lethe.notification;

import java.util.Optional;

/** Links to where in the console something is seen to; empty when nobody said where this installation is reached. */
final class ConsoleLinks {

    private final Optional<String> publicUrl;

    ConsoleLinks(Optional<String> publicUrl) {
        this.publicUrl = publicUrl.map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    }

    String to(Notice notice) {
        return publicUrl.map(url -> url + "/console" + path(notice)).orElse("");
    }

    private static String path(Notice notice) {
        if (notice.what() == What.TEST) {
            return "";
        }
        return switch (notice.group().subject()) {
            case FAILURES -> "/failures?group=" + notice.group().failureGroup();
            case BREAKER -> "/storages/" + notice.group().storage();
            case ERRORS -> "/policies";
        };
    }
}
