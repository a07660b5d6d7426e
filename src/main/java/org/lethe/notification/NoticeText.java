package org.lethe.notification;

/**
 * A notification in somebody's language.
 *
 * @param subject one line
 * @param body one or more sentences
 * @param link to where it is seen to; empty when nobody said where this installation is reached
 * @param linkText what the link is called
 */
record NoticeText(String subject, String body, String link, String linkText) {}
