/**
 * Tests of the console in a real browser. The entry is {@link org.lethe.it.browser.Chromium}: where there is none the tests
 * are left, with a sentence; where {@code CI} is set they fail. After each test the browser's console must be empty: nothing was
 * refused by the content security policy, and no script failed.
 */
package org.lethe.it.browser;
