/**
 * How clients change a resource: only the state that they have seen, if they say so
 * ({@link org.lethe.change.Precondition}), and either the members that they name ({@link org.lethe.change.MergePatch}) or a
 * whole document in the place of the present one ({@link org.lethe.change.BodyMembers}), with a reason.
 * Knows nothing of what is changed.
 */
package org.lethe.change;
