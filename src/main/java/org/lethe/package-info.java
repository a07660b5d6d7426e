/**
 * Lethe: a photo back end whose deletes are certain. The way of a delete, from top to bottom:
 *
 * <ol>
 *   <li>{@code deletion.RequestDeletion} marks the album (or the photos) deleted and sends one message, both in one XA
 *       transaction; the caller is answered, whatever the size. What the brake holds waits for a second call before.
 *   <li>{@code deletion.PlanRemoval} takes that message and plans a page at a time: for each chunk of its files, on
 *       each storage, a {@code file_removal} row and its message, and the message for the next page.
 *   <li>{@code deletion.RemoveFiles} takes a chunk, removes its files from one storage, asks the storage again whether
 *       they are gone, and records that in the chunk's row. A file that fails goes on alone.
 *   <li>What fails is settled by {@code deletion.ObeyErrorPolicy} if a policy says so: it goes to a person at once, is left,
 *       or waits for a date. Else it is recorded by {@code deletion.AttemptRecorder} and left to the broker, which waits
 *       and redelivers, and after the last attempt moves the message to the dead letters.
 *   <li>{@code failure.RecordPolicyDecision} and {@code failure.RecordDeadLetter} make of it a failure that a person sees
 *       and can send again; {@code notification.TellPeople} tells people of it, once for all that fail alike, and
 *       {@code redrive.RedriveRound} sends many of them again, at a pace.
 *   <li>{@code deletion.FinishDeletion} closes a deletion when nothing of it waits any more; its photos are purged.
 *   <li>{@code deletion.Reconcile} looks for rows whose message is lost and sends it again: the row is the truth, the
 *       message is only the push.
 * </ol>
 */
package org.lethe;
