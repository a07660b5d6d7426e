/**
 * What is true of every HTTP request, whoever it is for: its id, and where it comes from. Entries:
 * {@link org.lethe.request.RequestIds}, {@link org.lethe.request.ClientAddresses}. Knows the settings only.
 */
package org.lethe.request;
