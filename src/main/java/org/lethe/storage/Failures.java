package org.lethe.storage;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.attribute.BasicFileAttributes;

/** What an error of a file system means for the one file. */
final class Failures {

    static final String STILL_THERE = "still there after it was removed";

    private Failures() {}

    static FileFailure of(IOException cause) {
        if (cause instanceof NotDirectoryException) {
            return FileFailure.lasting("not a directory", words(cause));
        }
        if (cause instanceof FileAlreadyExistsException) {
            return FileFailure.lasting("key is taken", words(cause));
        }
        return FileFailure.temporary(reason(cause), words(cause));
    }

    static FileFailure notAFile(BasicFileAttributes found) {
        String what = found.isSymbolicLink() ? "symbolic link" : found.isDirectory() ? "directory" : "special file";
        return FileFailure.lasting("not a plain file", "a " + what + " stands in its place");
    }

    static FileFailure stillThere() {
        return FileFailure.temporary(STILL_THERE, "the storage answered that it was removed, and still has it");
    }

    /** Java puts the operating system's words into the message of the plain FileSystemException only. */
    static String words(IOException cause) {
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "access denied";
        }
        if (cause instanceof NoSuchFileException) {
            return "no such file";
        }
        boolean hasReason = cause instanceof FileSystemException system && system.getReason() != null;
        return hasReason ? ((FileSystemException) cause).getReason() : "input/output error";
    }
}
