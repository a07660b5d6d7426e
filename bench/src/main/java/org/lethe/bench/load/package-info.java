/**
 * Many clients of the API at the same time, each of which lists, views, uploads and deletes photos, and keeps account of
 * what it was promised. Entry: {@link org.lethe.bench.load.Load}. Used by the benchmark and by the tests.
 */
package org.lethe.bench.load;
