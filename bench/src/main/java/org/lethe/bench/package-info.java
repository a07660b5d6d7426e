/**
 * Measures a whole, running Lethe against what else could do the same work. Entry: {@link org.lethe.bench.Bench}. Knows
 * the product by its REST API, its tables and the layout of its storages, and none of its classes.
 */
package org.lethe.bench;
