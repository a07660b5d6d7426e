/**
 * {@code ./lethe demo}: shows a newcomer, against a running Lethe, what it promises: a delete that is certain, and what
 * becomes of a file that cannot be removed. Entry: {@link org.lethe.demo.Demo}. Talks to the product over its REST API
 * alone, and looks at the storages' directories to see with its own eyes; whatever it claims on the screen it has checked.
 */
package org.lethe.demo;
