package org.lethe.problem;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every kind of problem: its title, and its explanation in plain language, as read at {@code /problems/<slug>}. */
final class ProblemTypes {

    record Type(String slug, String title, String explanation) {}

    private static final Map<String, Type> BY_SLUG = List.of(
                    type(
                            "malformed",
                            "The request could not be read",
                            "The body or a parameter is not what the operation takes. The member 'errors' lists every"
                                    + " field that is wrong. Sending the same again will not help."),
                    type(
                            "unauthorized",
                            "Credentials are needed",
                            "There were no credentials, or they are not valid, or the account is disabled. A token"
                                    + " may have expired, or have been revoked."),
                    type(
                            "forbidden",
                            "Not allowed",
                            "The credentials are valid, but the account lacks the role that this operation needs. Ask an"
                                    + " administrator."),
                    type(
                            "insufficient-scope",
                            "The token lacks a scope",
                            "The API token is valid, but was not made for this. The member 'missingScope' names the scope"
                                    + " that it lacks. Make another token with POST /api/tokens, or use the login and"
                                    + " password."),
                    type(
                            "password-needed",
                            "Not with a token",
                            "This takes the login and password (HTTP Basic). No API token may do it: a token that made"
                                    + " tokens would outlive its own end."),
                    type(
                            "locked-out",
                            "Too many failed sign-ins",
                            "Passwords were wrong too often for this login, or from this address. Whether this one is"
                                    + " right was not looked at. Come again after the time in 'Retry-After'; it grows with"
                                    + " each failure, up to a maximum, and is forgotten in time. API tokens and sessions"
                                    + " are not affected."),
                    type(
                            "provider-unavailable",
                            "The identity provider does not answer",
                            "The token's key is not known here, and the provider's keys cannot be had now, so nobody can"
                                    + " say whether the token is genuine. The same request may be sent again after the"
                                    + " time in 'Retry-After'."),
                    type(
                            "csrf",
                            "The request may not have been meant",
                            "It came with a browser's session, which browsers send along by themselves, and nothing shows"
                                    + " that a page of this server sent it. Send the header 'X-CSRF-Token' with the"
                                    + " 'csrfToken' of GET /api/session. API tokens and HTTP Basic do not need it."),
                    type(
                            "not-found",
                            "Not found",
                            "There is nothing here, or it belongs to somebody else: the answer is the same on purpose."),
                    type(
                            "method-not-allowed",
                            "Method not allowed",
                            "This resource exists, but not with this method. The header 'Allow' lists those it has."),
                    type(
                            "not-acceptable",
                            "Not acceptable",
                            "The resource cannot be represented in any of the media types that the header 'Accept' asks"
                                    + " for."),
                    type(
                            "conflict",
                            "Conflict",
                            "What was asked for does not fit the present state. Read the resource, then decide."),
                    type(
                            "wrong-state",
                            "Not possible in this state",
                            "The resource is in a state in which this cannot be done. Read it to see its state."),
                    type(
                            "nothing-to-retry",
                            "Nothing to send again",
                            "The failure is about a message itself: one that is not Lethe's, or whose request was never"
                                    + " committed. No file waits for it."),
                    type(
                            "file-still-there",
                            "The file is still there",
                            "The failure was to be resolved because its files are gone already. The storage was asked, and"
                                    + " has at least one of them, or something else in its place. Send the failure again."),
                    type(
                            "count-changed",
                            "It would be another number",
                            "What was asked for would be done to another number than was expected: some came or went"
                                    + " meanwhile. Nothing was done. The member 'present' says how many there are"
                                    + " now; look at them, then decide."),
                    type(
                            "no-such-assignee",
                            "Nobody of this login",
                            "Failures are seen to by accounts with the role operator or admin that are not disabled."
                                    + " GET /api/admin/failures/assignees lists them."),
                    type(
                            "upload-given-up",
                            "The upload was given up",
                            "It took longer than the limit for uploads, and what had arrived is removed. Upload the photo"
                                    + " again."),
                    type(
                            "not-restorable",
                            "Too late to restore",
                            "A deletion can be taken back until its restore window ends. After that its files are being"
                                    + " removed or are gone."),
                    type(
                            "restore-window-too-long",
                            "The restore window is too long",
                            "A deletion may ask for a restore window of its own, up to the member 'maximum'. Nothing was"
                                    + " deleted."),
                    type(
                            "thumbnail-not-ready",
                            "The thumbnail is not ready",
                            "Thumbnails are drawn after the upload, mostly within seconds. Ask again after the time in the"
                                    + " header 'Retry-After'."),
                    type(
                            "no-thumbnail",
                            "No thumbnail",
                            "Of this photo none is drawn: its format is kept as it is, or its bytes cannot be decoded."
                                    + " The content itself can be read."),
                    type(
                            "no-file-taken",
                            "None of the files was taken",
                            "Each file of the request was refused, for different reasons. The member 'files' tells them, in"
                                    + " their order. Nothing was stored."),
                    type(
                            "unknown-album",
                            "No such album",
                            "The request names an album that is not a live album of this owner. Nothing was changed."),
                    type(
                            "snapshot-expired",
                            "The snapshot has expired",
                            "What a dry run counted can be deleted for a limited time. Nothing was deleted; make another"
                                    + " dry run."),
                    type(
                            "snapshot-changed",
                            "The snapshot cannot be deleted any more",
                            "What the dry run counted is not there any more, or so many photos have come to the album"
                                    + " since that they are not kept apart. Nothing was deleted; make another dry run."),
                    type(
                            "login-taken",
                            "The login is taken",
                            "Another account, perhaps a disabled one, has this login. Choose another."),
                    type(
                            "last-administrator",
                            "The last administrator must stay",
                            "Without it nobody could manage accounts any more. Make another administrator first."),
                    type(
                            "precondition-failed",
                            "Changed in the meantime",
                            "The resource is no longer in the version that 'If-Match' names. Read it again, then decide."),
                    type(
                            "precondition-required",
                            "If-Match is needed",
                            "A change of this resource must say, with 'If-Match', which version it starts from."),
                    type(
                            "error-policy-exists",
                            "There is a policy for these failures",
                            "Another policy names just the same cause, kind, storage and queue; 'policyId' says which. Two of"
                                    + " them could not both count. One that ends may stand beside one that lasts."),
                    type(
                            "redelivery-drift",
                            "The broker was changed by hand",
                            "The broker has other redelivery settings than those that are stored, and nobody told it so from"
                                    + " here. Look at the differences, and say which side counts; nothing is overwritten"
                                    + " before."),
                    type("too-large", "Too large", "The body is larger than what is accepted; see 'maxBytes'."),
                    type(
                            "unsupported-media-type",
                            "Media type not accepted",
                            "The operation does not take such a body. For photos and videos the bytes decide, not the name or the"
                                    + " Content-Type; 'accepted' lists what is taken."),
                    type(
                            "range-not-satisfiable",
                            "No such part",
                            "The header 'Range' asks for bytes that lie outside of the content; 'Content-Range' says how"
                                    + " long it is."),
                    type(
                            "unprocessable",
                            "Not acceptable in content",
                            "The request is well-formed, but what it asks for cannot be done. Nothing was changed."),
                    type(
                            "callback-refused",
                            "Not a URL that is called back",
                            "A callback goes to an https URL with a host at a public address, without a user, a password"
                                    + " or a fragment. 'errors' says what this one lacks. Nothing was deleted."),
                    type(
                            "notifications-off",
                            "This installation keeps no secrets of channels",
                            "The secrets of channels are kept encrypted by a key that is derived from the installation's, and"
                                    + " there is none. Ask whoever operates it to set lethe.callback.key. Nothing was done."),
                    type(
                            "callbacks-off",
                            "Nobody is called back here",
                            "Callbacks are signed, and this installation has no key to do so. Ask whoever operates it to"
                                    + " set lethe.callback.key, or leave the callback out. Nothing was done."),
                    type(
                            "unknown-photos",
                            "Unknown photos",
                            "Some of the photos do not exist, are not where the request says, or belong to somebody"
                                    + " else. They are listed. Nothing was done."),
                    type(
                            "idempotency-key-reused",
                            "Idempotency-Key used for another request",
                            "The key was used before with a different request. Use a new key for each new request."),
                    type(
                            "idempotency-key-in-use",
                            "The first request is not at its end",
                            "Another request with this Idempotency-Key runs, or was cut off and is not settled. Send the"
                                    + " same request again after the time in 'Retry-After'."),
                    type(
                            "shown-once",
                            "Made before, and shown once",
                            "An earlier request with this Idempotency-Key made it. What it was answered holds a secret"
                                    + " that is kept nowhere, so it cannot be told again."),
                    type(
                            "quota-exceeded",
                            "The quota is used up",
                            "The file does not fit into what its owner may hold: 'bytes' are used, 'uploadingBytes' more are"
                                    + " on their way, 'quotaBytes' are allowed. Deleting makes room at once."),
                    type(
                            "too-many-files",
                            "Too many files",
                            "One request takes 'maxFiles' files. Those before are stored or answered each; send the others in"
                                    + " requests of their own."),
                    type(
                            "upload-over",
                            "The upload is over",
                            "It was refused, terminated, or expired, or is complete already. Begin a new one."),
                    type(
                            "wrong-offset",
                            "The upload stands elsewhere",
                            "Perhaps an earlier request got further than its answer. Ask with HEAD, and go on from there."),
                    type(
                            "checksum-mismatch",
                            "Other bytes arrived than were sent",
                            "They do not hash to 'Upload-Checksum', so none of this request is kept. Send them again."),
                    type(
                            "unsupported-tus-version",
                            "Another version of tus",
                            "Resumable uploads are spoken in the version that 'Tus-Version' names; say so with"
                                    + " 'Tus-Resumable'."),
                    type(
                            "too-many-open-uploads",
                            "Too many uploads are open",
                            "End some of them, terminate them, or wait until they expire."),
                    type(
                            "too-many-parts",
                            "Too many small pieces",
                            "The upload came in more pieces than are kept. Begin again, and send larger ones."),
                    type(
                            "too-many-pixels",
                            "Too many pixels",
                            "The file says that its picture is larger than 'maxPixels'. A small file may claim that to"
                                    + " exhaust whoever decodes it, so nothing was decoded and nothing kept."),
                    type("empty-file", "The file is empty", "A photo is the body of the request. There was no body."),
                    type(
                            "digest-mismatch",
                            "Other bytes arrived than were sent",
                            "The SHA-256 of what arrived is not the one of 'Content-Digest'. Nothing was kept. Send the"
                                    + " photo again."),
                    type(
                            "too-slow",
                            "The body came too slowly",
                            "A request holds a place while its body comes, so its body has to come in time: all of it"
                                    + " within 'seconds', of an upload each MiB. The connection was closed. Nothing was"
                                    + " done, except that of an upload with tus what had come is kept, and of several"
                                    + " files those that were complete. Send it again over a better connection."),
                    type("too-many-requests", "Too many requests", "Try again after the time in 'Retry-After'."),
                    type(
                            "busy",
                            "Too much is going on",
                            "The server has no place for one more request of this kind. Nothing was done; the same"
                                    + " request may be sent again after the time in 'Retry-After'."),
                    type(
                            "unavailable",
                            "Not available at the moment",
                            "Something that is needed does not answer. Nothing was done; the same request may be sent"
                                    + " again after the time in 'Retry-After'."),
                    type(
                            "database-unavailable",
                            "The database does not answer",
                            "Nothing was done; the same request may be sent again after the time in 'Retry-After'."),
                    type(
                            "broker-unavailable",
                            "The message broker does not answer",
                            "Nothing was done; the same request may be sent again after the time in 'Retry-After'."),
                    type(
                            "storage-unavailable",
                            "A storage does not answer",
                            "The file could not be written or read. The same request may be sent again after the time in"
                                    + " 'Retry-After'."),
                    type(
                            "rolled-back",
                            "Rolled back",
                            "The work took too long, or met other work on the same rows, and was undone as a whole. The"
                                    + " same request may be sent again after the time in 'Retry-After'."),
                    type(
                            "outcome-unknown",
                            "It is not known whether it happened",
                            "The connection to the database or the broker was lost while committing. The servers settle"
                                    + " it by themselves, mostly within a minute. Where the answer names a resource,"
                                    + " look there: if it exists, it happened; sending the request again is safe."),
                    type(
                            "internal",
                            "Internal error",
                            "Something unexpected happened. The server's log has more, under the id in 'detail'."))
            .stream()
            .collect(Collectors.toUnmodifiableMap(Type::slug, Function.identity()));

    private ProblemTypes() {}

    static Optional<Type> find(String slug) {
        return Optional.ofNullable(BY_SLUG.get(slug));
    }

    static String title(String slug, int status) {
        return find(slug).map(Type::title).orElseGet(() -> titleOf(status));
    }

    private static String titleOf(int status) {
        return find(slugOf(status)).map(Type::title).orElse("Status " + status);
    }

    /** The general kind of problem of an HTTP status. */
    static String slugOf(int status) {
        return switch (status) {
            case 401 -> "unauthorized";
            case 403 -> "forbidden";
            case 404, 410 -> "not-found";
            case 405, 501 -> "method-not-allowed"; // 501: no servlet knows such a method
            case 406 -> "not-acceptable";
            case 408 -> "too-slow";
            case 409 -> "conflict";
            case 412 -> "precondition-failed";
            case 413 -> "too-large";
            case 415 -> "unsupported-media-type";
            case 416 -> "range-not-satisfiable";
            case 422 -> "unprocessable";
            case 428 -> "precondition-required";
            case 429 -> "too-many-requests";
            case 502, 503, 504 -> "unavailable";
            default -> status < 500 ? "malformed" : "internal";
        };
    }

    /** What can be said when a container gave a status and no more. */
    static String detailOf(int status) {
        return switch (status) {
            case 400 -> "The request could not be read.";
            case 401 -> "Valid credentials are needed.";
            case 403 -> "The roles of this account do not allow this.";
            case 404, 410 -> "There is nothing here.";
            case 405, 501 -> "This resource does not have this method.";
            case 406 -> "This resource has none of the media types that were asked for.";
            case 415 -> "This operation does not take a body of this media type.";
            case 416 -> "The content has no such part.";
            case 502, 503, 504 -> "Something that is needed does not answer. Nothing was done.";
            default -> status < 500 ? "The request was refused." : "The server could not answer the request.";
        };
    }

    private static Type type(String slug, String title, String explanation) {
        return new Type(slug, title, explanation);
    }
}
