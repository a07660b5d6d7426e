/**
 * Tests that are generated from the description of the API. A new operation is taken up by itself; what it needs beyond
 * its description, a resource for a new path variable, stands in {@code Fixtures}.
 */
package org.lethe.it.generated;
