package org.lethe.breaker;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import org.lethe.serving.Chore;
import org.lethe.storage.StorageId;

/** A chore for each storage, so that one that hangs holds up no probe of another. */
@Dependent
class ProduceProbes {

    @Produces
    @Dependent
    Chore ofMain(ProbeStorage probe) {
        return new Probes(StorageId.MAIN, probe);
    }

    @Produces
    @Dependent
    Chore ofBackup(ProbeStorage probe) {
        return new Probes(StorageId.BACKUP, probe);
    }

    private record Probes(StorageId storage, ProbeStorage probe) implements Chore {

        private static final Duration PERIOD = Duration.ofSeconds(1);

        @Override
        public String name() {
            return "probe storage " + storage;
        }

        /** The finest at which probes come. */
        @Override
        public Duration period() {
            return PERIOD;
        }

        @Override
        public void round() {
            probe.ifDue(storage);
        }
    }
}
