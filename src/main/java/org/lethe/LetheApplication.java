package org.lethe;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The REST API's root. Resources name their whole path at each method, so that a path can be searched for. */
@ApplicationPath("/api")
public class LetheApplication extends Application {

    /** The API is described by OpenAPI alone; without this, Jersey answers OPTIONS with a WADL. Others ignore it. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
