package org.lethe.it;

import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Every test that is not in the {@linkplain ApiLane first lane}. */
@Suite
@SelectPackages("org.lethe.it")
@ExcludePackages({"org.lethe.it.rest", "org.lethe.it.client", "org.lethe.it.container"})
@IncludeClassNamePatterns(".*IT")
class OtherLane {}
