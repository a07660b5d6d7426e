/**
 * Typed settings: read once from MicroProfile Config, validated together, immutable from then on.
 *
 * <p>Entry: {@link org.lethe.settings.LetheSettings}, injectable everywhere. All keys, defaults and rules stand in one
 * table, {@code Setting}. This package must not know any other package of Lethe.
 */
package org.lethe.settings;
