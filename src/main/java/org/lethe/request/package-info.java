/**
 * What is true of every HTTP request, whoever it is for: its id. Entry: {@link org.lethe.request.RequestIds}. Must not
 * know any other package of Lethe.
 */
package org.lethe.request;
