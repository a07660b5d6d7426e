/** Tests of what people and their programs use from outside: the commands of the launcher, and what the documents tell to do. */
package org.lethe.it.client;
