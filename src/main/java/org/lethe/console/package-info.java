/**
 * Serves the admin console's page: the files below {@code src/main/webapp/console} and the libraries that they use, with
 * headers under which nothing from outside can run in it. The entry is {@link org.lethe.console.ConsoleFiles}. The page uses
 * the public REST API only, so this knows nothing of any feature, and nobody needs it to work.
 */
package org.lethe.console;
