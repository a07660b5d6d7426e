/**
 * Calls an owner back when a deletion ends: a signed POST to the URL that the request named. Entry:
 * {@link org.lethe.callback.Callbacks} for the row, {@link org.lethe.callback.AnnounceEnd} for the end, then
 * {@link org.lethe.callback.SendCallback}; {@link org.lethe.callback.PushCallbacks} stands behind them. Knows a deletion by
 * its id only, and nothing of what it is.
 */
package org.lethe.callback;
