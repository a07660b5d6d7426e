package org.lethe.it.rest;

import static org.lethe.it.LetheAssertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lethe.it.Answer;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;

/** With rows that no removal stands behind: of a deletion that there is not, so that everything else goes on beside. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Failures in lists, in groups, and as CSV")
class FailureListsIT {
    @RegisterExtension
    static final Lethe lethe = Lethe.shared();

    /** Of each cause and storage 100 in the present hour, 151 in the one before; one of them waits for nobody. */
    private static final String SEED =
            "insert into failure (id, kind, state, deletion_id, owner_id, storage, queue, cause,"
                    + " error, files, times, first_at, last_at, assignee, due_at)"
                    + " select gen_random_uuid(), 'REMOVAL', case n when 0 then 'RESOLVED' when 1 then 'ASSIGNED' else 'OPEN' end,"
                    + " ?, ?, s, 'lethe.removal.' || s, c, 'file ' || md5(c || s || n) || ' says \"no\", twice', 2, 1 + n % 3,"
                    + " now() - make_interval(mins => n + 120),"
                    + " now() - make_interval(mins => case when n < 100 then 10 else 90 end, secs => n),"
                    + " case n when 1 then 'desk bob' end, case n when 1 then now() - interval '1 minute' end"
                    + " from unnest(array['desk cause one', 'desk cause two', '=desk(cause)']) c"
                    + " cross join unnest(array['main', 'backup']) s cross join generate_series(0, 250) n";

    private static final int GROUPS = 6;
    private static final int OF_GROUP = 251;

    private final UUID deletion = UUID.randomUUID();
    private final UUID owner = UUID.randomUUID();
    private LetheClient operator;

    @BeforeAll
    void manyFailures() {
        operator = lethe.newAccount("operator");
        lethe.database().execute(SEED, deletion, owner);
    }

    @AfterAll
    void forgetThem() {
        lethe.database().execute("delete from failure where deletion_id = ?", deletion);
    }

    @Test
    void whatHasTheSameCauseOnTheSameStorageShouldBeOneGroup() {
        JsonArray groups = get("groups", "").items();

        assertThat(groups).hasSize(GROUPS);
        assertThat(groups).allSatisfy(item -> {
            JsonObject group = item.asJsonObject();
            assertThat(group.getInt("open")).isEqualTo(OF_GROUP - 2);
            assertThat(group.getInt("assigned")).isEqualTo(1);
            assertThat(group.getInt("failures")).isEqualTo(OF_GROUP - 1);
            assertThat(group.getInt("files")).isEqualTo(2 * (OF_GROUP - 1));
            assertThat(group.getString("firstAt")).isLessThan(group.getString("lastAt"));
            assertThat(trend(group)).hasSize(24).startsWith(0).endsWith(151, 100);
            assertThat(trend(group).stream().mapToInt(hour -> hour).sum()).isEqualTo(OF_GROUP);
        });
    }

    @Test
    void aGroupShouldBeFoundByItsIdAndNarrowTheList() {
        JsonObject group =
                get("groups", "&cause=desk+cause+one&storage=main").items().getJsonObject(0);
        String id = group.getString("id");

        JsonObject whole =
                operator.get("api/admin/failures/groups/" + id).expect(200).json();

        assertThat(whole.getString("cause")).isEqualTo("desk cause one");
        assertThat(whole.getInt("failures")).isEqualTo(OF_GROUP);
        assertThat(counts("&group=" + id)).isEqualTo(OF_GROUP);
        assertThat(operator.get("api/admin/failures/groups/" + UUID.randomUUID()))
                .isProblem(404, "not-found");
    }

    @Test
    void groupsShouldBeReadPageByPage() {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonObject page = get("groups", "&limit=4" + cursor).json();
            page.getJsonArray("items")
                    .forEach(item -> ids.add(item.asJsonObject().getString("id")));
            cursor = "&cursor=" + page.getString("nextCursor", "");
        } while (!cursor.equals("&cursor="));

        assertThat(ids).hasSize(GROUPS).doesNotHaveDuplicates();
    }

    @Test
    void everyNarrowingShouldNarrow() {
        int all = GROUPS * OF_GROUP;
        assertThat(counts("")).isEqualTo(all);
        assertThat(counts("&state=RESOLVED")).isEqualTo(GROUPS);
        assertThat(counts("&state=RESOLVED&state=assigned")).isEqualTo(2 * GROUPS);
        assertThat(counts("&state=RESOLVED,ASSIGNED")).isEqualTo(2 * GROUPS);
        assertThat(counts("&kind=REMOVAL")).isEqualTo(all);
        assertThat(counts("&kind=PLAN,MESSAGE")).isZero();
        assertThat(counts("&cause=desk+cause+one")).isEqualTo(2 * OF_GROUP);
        assertThat(counts("&storage=main")).isEqualTo(all / 2);
        assertThat(counts("&storage=main&storage=backup")).isEqualTo(all);
        assertThat(counts("&queue=lethe.removal.backup")).isEqualTo(all / 2);
        assertThat(counts("&owner=" + owner)).isEqualTo(all);
        assertThat(counts("&owner=" + UUID.randomUUID())).isZero();
        assertThat(counts("&assignee=desk+bob")).isEqualTo(GROUPS);
        assertThat(counts("&overdue=true")).isEqualTo(GROUPS);
        assertThat(counts("&overdue=false")).isEqualTo(all - GROUPS);
        assertThat(counts("&from=2020-01-01T00:00:00Z")).isEqualTo(all);
        assertThat(counts("&until=2020-01-01T00:00:00Z")).isZero();
        assertThat(counts("&q=Cause+ONE")).isEqualTo(2 * OF_GROUP);
        assertThat(counts("&q=caus+fil+" + deletion.toString().substring(0, 8))).isEqualTo(all);
        assertThat(counts("&q=cause+three")).isZero();
        assertThat(counts("&id=" + UUID.randomUUID() + "&id=" + UUID.randomUUID()))
                .isZero();
    }

    @Test
    void countsShouldTellOpenAssignedAndOverdueOnes() {
        JsonObject figures = get("counts", "&storage=main").json();

        assertThat(figures.getInt("matching")).isEqualTo(3 * OF_GROUP);
        assertThat(figures.getInt("files")).isEqualTo(2 * 3 * OF_GROUP);
        assertThat(figures.getInt("open")).isEqualTo(3 * (OF_GROUP - 2));
        assertThat(figures.getInt("assigned")).isEqualTo(3);
        assertThat(figures.getInt("overdue")).isEqualTo(3);
    }

    @Test
    void everyFaultOfAFilterShouldBeToldAtOnce() {
        Answer answer = operator.get("api/admin/failures?state=GONE&storage=tape&from=now&q=%21&sort=best&group=x");

        assertThat(answer).isProblem(400, "malformed").hasErrorsFor("state", "group", "storage", "from", "q", "sort");
    }

    @Test
    void everyOrderShouldBeReadFromEndToEndWithoutAnyTwice() {
        for (String sort : List.of("newest", "oldest", "lastSeen", "times")) {
            List<JsonObject> read = new ArrayList<>();
            String cursor = "";
            do {
                JsonObject page = get("", "&limit=500&sort=" + sort + cursor).json();
                page.getJsonArray("items").forEach(item -> read.add(item.asJsonObject()));
                cursor = "&cursor=" + page.getString("nextCursor", "");
            } while (!cursor.equals("&cursor="));

            assertThat(read).hasSize(GROUPS * OF_GROUP);
            assertThat(read.stream().map(item -> item.getString("id"))).doesNotHaveDuplicates();
            assertThat(inOrder(sort, read)).as(sort).isTrue();
        }
    }

    @Test
    void aCursorOfAnotherOrderShouldBeRefused() {
        String cursor = get("", "&limit=1&sort=times").json().getString("nextCursor");

        assertThat(operator.get("api/admin/failures?sort=oldest&cursor=" + cursor))
                .isProblem(400, "malformed");
    }

    @Test
    void csvShouldHaveAllThatMatchAndNoFormula() {
        Answer answer = operator.send(operator.request("api/admin/failures?sort=times&deletion=" + deletion)
                .header("Accept", "text/csv")
                .GET());

        assertThat(answer).hasStatus(200).hasHeader("Content-Disposition", "attachment; filename=\"failures.csv\"");
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("text/csv");
        List<String> lines = answer.text().lines().toList();
        assertThat(lines.get(0)).startsWith("id,state,kind,storage,queue,cause,error,");
        assertThat(lines.stream().skip(1).map(line -> line.substring(0, 36)))
                .hasSize(GROUPS * OF_GROUP)
                .doesNotHaveDuplicates();
        assertThat(lines.stream().filter(line -> line.contains(",'=desk(cause),")))
                .hasSize(2 * OF_GROUP);
        assertThat(lines).noneMatch(line -> line.contains(",=desk"));
        assertThat(lines.get(1)).contains("says \"\"no\"\", twice\"");
    }

    @Test
    void whoTakesEverythingShouldGetJson() {
        Answer answer = operator.send(operator.request("api/admin/failures?limit=1")
                .header("Accept", "*/*")
                .GET());

        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/json");
    }

    private Answer get(String what, String query) {
        return operator.get("api/admin/failures" + (what.isEmpty() ? "" : "/" + what) + "?deletion=" + deletion + query)
                .expect(200);
    }

    private int counts(String query) {
        return get("counts", query).json().getInt("matching");
    }

    private static List<Integer> trend(JsonObject group) {
        return group.getJsonArray("trend").getValuesAs(JsonNumber.class).stream()
                .map(JsonNumber::intValue)
                .toList();
    }

    private static boolean inOrder(String sort, List<JsonObject> read) {
        for (int i = 1; i < read.size(); i++) {
            JsonObject before = read.get(i - 1);
            JsonObject after = read.get(i);
            boolean holds =
                    switch (sort) {
                        case "newest" -> notBefore(before, after, "firstAt");
                        case "oldest" -> notBefore(after, before, "firstAt");
                        case "lastSeen" -> notBefore(before, after, "lastAt");
                        default -> before.getInt("times") >= after.getInt("times");
                    };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private static boolean notBefore(JsonObject later, JsonObject earlier, String member) {
        return !Instant.parse(later.getString(member)).isBefore(Instant.parse(earlier.getString(member)));
    }
}
