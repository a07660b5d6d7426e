/**
 * What becomes of a removal that failed, by the class of the failure: tried again, told to administrators, given to a
 * person at once, left with a reason, or held until a date.
 *
 * <p>Entry: {@link org.lethe.errorpolicy.LiveErrorPolicies}, which whoever has a failure asks for a
 * {@link org.lethe.errorpolicy.Decision}. A policy is a document of which every version is kept. Knows neither deletions
 * nor failures: they carry out what is decided here.
 */
package org.lethe.errorpolicy;
