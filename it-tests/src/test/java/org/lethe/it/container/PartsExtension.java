package org.lethe.it.container;

import org.jboss.arquillian.core.spi.LoadableExtension;

/** Lets Arquillian, before it reads its configuration, start what its server needs. */
public class PartsExtension implements LoadableExtension {
    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(StartParts.class);
    }
}
