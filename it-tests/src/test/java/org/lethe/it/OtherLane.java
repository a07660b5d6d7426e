package org.lethe.it;

import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Every test that is not of the {@linkplain ApiLane API}'s. */
@Suite
@SelectPackages("org.lethe.it")
@ExcludePackages("org.lethe.it.rest")
@IncludeClassNamePatterns(".*IT")
class OtherLane {}
