package org.lethe.upload;

import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.ParseException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lethe.problem.FieldError;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;

/** What the headers of an upload say. */
final class UploadHeaders {

    private static final int MAX_FILENAME = 255;
    private static final int SHA256_BYTES = 32;
    private static final Pattern DIGEST = Pattern.compile("(?:^|,)\\s*sha-256=:([A-Za-z0-9+/=]+):");

    private UploadHeaders() {}

    /** The file name of {@code Content-Disposition} (RFC 6266), without any path, or null. */
    static String filename(String contentDisposition) {
        if (contentDisposition == null) {
            return null;
        }
        try {
            String name = new ContentDisposition(contentDisposition).getParameter("filename");
            return name == null ? null : withoutPath(name);
        } catch (ParseException unreadable) {
            throw malformed("Content-Disposition", "cannot be read: " + unreadable.getMessage());
        }
    }

    /** {@code Content-Length}; negative when the client does not know it before. */
    static long bytes(String contentLength) {
        try {
            return contentLength == null ? -1 : Long.parseLong(contentLength.strip());
        } catch (NumberFormatException notANumber) {
            throw malformed("Content-Length", "is not a number");
        }
    }

    /**
     * The SHA-256 of {@code Content-Digest} or {@code Repr-Digest} (RFC 9530) in hexadecimal; empty without such a header.
     * Other algorithms beside it are not looked at.
     *
     * @throws ProblemException 400 when there is a digest and no SHA-256 that can be read
     */
    static Optional<String> sha256(String contentDigest) {
        if (contentDigest == null) {
            return Optional.empty();
        }
        Matcher digest = DIGEST.matcher(contentDigest);
        if (!digest.find()) {
            throw malformed(
                    "Content-Digest",
                    "must have a sha-256, such as sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:");
        }
        try {
            byte[] hash = Base64.getDecoder().decode(digest.group(1));
            if (hash.length == SHA256_BYTES) {
                return Optional.of(HexFormat.of().formatHex(hash));
            }
        } catch (IllegalArgumentException notBase64) {
            // answered below, as for a digest of another length
        }
        throw malformed("Content-Digest", "sha-256 must be the Base64 of 32 bytes between colons");
    }

    /** The last name of a path, without control characters; null when nothing is left. */
    static String withoutPath(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String printable = last.replaceAll("\\p{Cntrl}", "");
        return printable.isBlank() ? null : printable.substring(0, Math.min(printable.length(), MAX_FILENAME));
    }

    private static RuntimeException malformed(String header, String what) {
        return Problem.malformed("The header " + header + " is not valid.", List.of(new FieldError(header, what)))
                .exception();
    }
}
