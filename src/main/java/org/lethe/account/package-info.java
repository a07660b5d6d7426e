/**
 * Who may use Lethe: accounts with a login, a password and roles, and who is asking right now.
 *
 * <p>Entry: {@link org.lethe.account.CurrentAccount}. Who is asking is found out once, before any resource is reached,
 * by HTTP Basic. An account is never deleted, only disabled: what it owns and did must keep its name. This package knows
 * problems, settings and pages; it must not know what an account owns.
 */
package org.lethe.account;
