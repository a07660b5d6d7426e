/**
 * Reading the database as it is, outside of any transaction and of the pool that work uses. Entry:
 * {@link org.lethe.database.PlainDatabase}. Knows nobody; those that look at everything use it.
 */
package org.lethe.database;
