package org.lethe;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST API's root. Resources name their whole path at each method, so that a path can be searched for. */
@ApplicationPath("/api")
public class LetheApplication extends Application {}
