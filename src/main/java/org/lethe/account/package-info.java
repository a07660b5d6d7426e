/**
 * Who may use Lethe: accounts with a login, a password, roles and API tokens, and who is asking right now.
 *
 * <p>Entry: {@link org.lethe.account.CurrentAccount}. Who is asking is found out once, before any resource is reached,
 * by HTTP Basic or by an API token; {@link org.lethe.account.NeededScope} says what a token may be used for. An account
 * is never deleted, only disabled: what it owns and did must keep its name. This package knows problems, settings and
 * pages; it must not know what an account owns.
 */
package org.lethe.account;
