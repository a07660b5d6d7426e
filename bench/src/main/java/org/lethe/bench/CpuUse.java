package org.lethe.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the processors did between two looks, in clock ticks (Linux: proc(5), 100 in a second).
 *
 * @param steal taken away by other virtual machines
 */
record CpuUse(
        long user, long system, long idle, long ioWait, long steal, long server, long broker, long database, long all) {

    private static final double TICKS_PER_SECOND = 100;

    static CpuUse now(Subject subject) throws IOException {
        String[] cpu = Files.readString(Path.of("/proc/stat"))
                .lines()
                .findFirst()
                .orElseThrow()
                .split(" +", -1);
        long[] ticks =
                Stream.of(cpu).skip(1).limit(8).mapToLong(Long::parseLong).toArray();
        long all = Stream.of(cpu).skip(1).limit(8).mapToLong(Long::parseLong).sum();
        return new CpuUse(
                ticks[0] + ticks[1],
                ticks[2] + ticks[5] + ticks[6],
                ticks[3],
                ticks[4],
                ticks[7],
                ofProcess(subject.server().pid()),
                ofProcess(subject.broker().pid()),
                ofProcess(subject.databaseServer().pid()),
                all);
    }

    CpuUse since(CpuUse before) {
        return new CpuUse(
                user - before.user,
                system - before.system,
                idle - before.idle,
                ioWait - before.ioWait,
                steal - before.steal,
                server - before.server,
                broker - before.broker,
                database - before.database,
                all - before.all);
    }

    /** Of the server, the broker and the database together. */
    double processorSeconds() {
        return (server + broker + database) / TICKS_PER_SECOND;
    }

    @Override
    public String toString() {
        return Wording.of(
                "user %s, system %s, waiting for the disk %s, idle %s, stolen %s; of it server %s, broker %s,"
                        + " database %s, other programs %s",
                share(user),
                share(system),
                share(ioWait),
                share(idle),
                share(steal),
                share(server),
                share(broker),
                share(database),
                share(Math.max(0, user + system - server - broker - database)));
    }

    private String share(long ticks) {
        return Wording.of("%.0f %%", 100.0 * ticks / Math.max(1, all));
    }

    /** With its children, those that have ended too. */
    private static long ofProcess(long pid) throws IOException {
        long ticks = ticks(pid, true);
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        for (ProcessHandle child :
                process.stream().flatMap(ProcessHandle::children).toList()) {
            ticks += ticks(child.pid(), false);
        }
        return ticks;
    }

    private static long ticks(long pid, boolean withEndedChildren) throws IOException {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long own = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            return withEndedChildren ? own + Long.parseLong(fields[13]) + Long.parseLong(fields[14]) : own;
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }
}
