package org.lethe.reply;

/**
 * Who waits for a reply.
 *
 * @param correlation by which they recognise it; they chose it
 */
public record Requester(ReplyAddress address, String correlation) {}
