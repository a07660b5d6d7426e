/**
 * How clients change a resource: only the state that they have seen, if they say so
 * ({@link org.lethe.change.Precondition}), and only the members that they name ({@link org.lethe.change.MergePatch}).
 * Knows nothing of what is changed.
 */
package org.lethe.change;
