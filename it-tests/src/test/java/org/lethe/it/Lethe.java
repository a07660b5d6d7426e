package org.lethe.it;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.lethe.launcher.Installation;
import org.lethe.launcher.ManagedProcess;

/**
 * A running Lethe for tests: register it as a static extension. It is started by the first class that asks for it and
 * lives until a class asks for one of another name; classes that ask for the same name share it ({@link ByInstallation}
 * puts them together), so every test takes an owner of its own. After each test it is made whole: what was stopped runs
 * again, what was paused goes on. Its data are deleted at the end unless a test failed.
 */
public final class Lethe implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    /**
     * For a process that lives for seconds, or has little to do: with half of the compiler a server starts in half of the
     * time.
     */
    public static final String FOR_A_SHORT_LIFE = "-XX:TieredStopAtLevel=1";

    /** Attempts that the broker of every test installation makes. */
    public static final int MAX_ATTEMPTS = 3;

    private final String name;
    private final UnaryOperator<Installation.Builder> settings;
    private RunningInstallation running;

    private Lethe(String name, UnaryOperator<Installation.Builder> settings) {
        this.name = name;
        this.settings = settings;
    }

    /** The one that most tests share. */
    public static Lethe shared() {
        return named("shared", builder -> builder);
    }

    /**
     * One with settings of its own, shared by the classes that ask for the same name.
     *
     * @param settings applied over those of every test installation; must be the same for the same name
     */
    public static Lethe named(String name, UnaryOperator<Installation.Builder> settings) {
        return new Lethe(name, settings);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Lethe.class))
                .getOrComputeIfAbsent(OneAtATime.class)
                .running(name, settings);
    }

    String name() {
        return name;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        context.getExecutionException().ifPresent(failure -> running.keepData());
        mend();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        context.getExecutionException().ifPresent(failure -> running.keepData());
    }

    /** Starts what does not run, closes every breaker and resumes every queue. */
    public void mend() {
        for (ManagedProcess process : processes()) {
            if (!process.isRunning()) {
                process.start();
            }
        }
        closeBreakers();
        broker().resumeAll();
    }

    private void closeBreakers() {
        database()
                .texts("select storage from storage_breaker where state <> 'CLOSED'")
                .forEach(storage -> admin().post(
                                "api/admin/storages/" + storage + "/breaker/close", "{\"reason\": \"A test is over\"}")
                        .expect(200));
    }

    private List<ManagedProcess> processes() {
        return List.of(
                installation().database(),
                installation().broker(),
                installation().server());
    }

    public Installation installation() {
        return running.installation();
    }

    public URI url() {
        return installation().url();
    }

    /** The first administrator, who has every role. */
    public LetheClient admin() {
        return client("admin", installation().adminPassword());
    }

    /** A client that logs in as somebody; nobody checks here whether they exist. */
    public LetheClient client(String login, String password) {
        return new LetheClient(url(), login, password);
    }

    /** A client that comes with an API token, valid or not. */
    public LetheClient withToken(String token) {
        return LetheClient.withToken(url(), token);
    }

    /** A client with the cookie of a session, as {@code name=value}, and the token that goes with it. */
    public LetheClient withSession(String cookie, String csrfToken) {
        return LetheClient.withSession(url(), cookie, csrfToken);
    }

    /** A client without credentials. */
    public LetheClient anonymous() {
        return new LetheClient(url());
    }

    /** An account of its own that owns nothing yet. */
    public LetheClient newOwner() {
        return newAccount("owner");
    }

    /** An account with these roles: owner, operator, admin. */
    public LetheClient newAccount(String... roles) {
        String login = "it-" + UUID.randomUUID();
        String password = passwordOf(login);
        admin().addAccount(login, password, roles);
        return client(login, password);
    }

    /** The password of an account that {@link #newAccount} made. */
    public String passwordOf(LetheClient account) {
        return passwordOf(account.login());
    }

    private static String passwordOf(String login) {
        return "password of " + login;
    }

    /** The key under which a photo's original stands on both storages. */
    public UUID fileKey(UUID photo) {
        return database()
                .rows(
                        "select key from photo_file where photo_id = ? and kind = 'ORIGINAL'",
                        row -> row.getObject(1, UUID.class),
                        photo)
                .get(0);
    }

    /** The keys of all files of a photo, those of thumbnails that are not made too. */
    public List<UUID> fileKeys(UUID photo) {
        return database()
                .rows("select key from photo_file where photo_id = ?", row -> row.getObject(1, UUID.class), photo);
    }

    public Database database() {
        return Database.of(installation());
    }

    public Broker broker() {
        return new Broker(installation());
    }

    public StorageDirectory main() {
        return new StorageDirectory("main", installation().storage("main"));
    }

    public StorageDirectory backup() {
        return new StorageDirectory("backup", installation().storage("backup"));
    }

    /** Checks everything that must hold when nothing is under way. */
    public InvariantChecker invariants() {
        return InvariantChecker.of(installation()).maxAttempts(MAX_ATTEMPTS);
    }
}
