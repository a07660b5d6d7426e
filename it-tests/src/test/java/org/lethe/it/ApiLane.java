package org.lethe.it;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The tests of the API, of what uses it, and within the container: about half of the whole run. Each lane runs in a virtual
 * machine and on installations of its own, beside the {@linkplain OtherLane other}: a test waits much of its time.
 */
@Suite
@SelectPackages({"org.lethe.it.rest", "org.lethe.it.client", "org.lethe.it.container"})
@IncludeClassNamePatterns(".*IT")
class ApiLane {}
