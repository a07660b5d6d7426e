/**
 * Tells people what they must see to: once for each group and window, with its count, and again when it is over. Entries:
 * {@link org.lethe.notification.RecordHappenings} for what happens, {@link org.lethe.notification.TellPeople} for when it is
 * told, {@link org.lethe.notification.SendNotification} for how, {@code NotificationsResource} for whom. Knows failures,
 * policies and breakers by their events; they do not know it.
 */
package org.lethe.notification;
