package org.lethe.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lethe.problem.FieldError;
import org.lethe.problem.ProblemException;

class FailureFilterTest {

    private static final String ID = "6f1c2d3e-4a5b-1c7d-8e9f-0a1b2c3d4e5f";

    @Test
    void everyNarrowingShouldBeReadOfJsonAndWrittenAgain() {
        JsonObject json = json("{'state':['OPEN','ASSIGNED'],'kind':['REMOVAL'],'group':['" + ID
                + "'],'cause':['access denied'],'storage':['main'],'queue':['lethe.removal.main'],'deletion':['" + ID
                + "'],'owner':['" + ID + "'],'assignee':['bob'],'overdue':['true'],'from':['2031-12-01T00:00:00Z'],"
                + "'until':['2032-01-01T00:00:00Z'],'q':['Access DENIED'],'id':['" + ID + "']}");

        FailureFilter filter = FailureFilter.of(json, "filter");

        assertThat(filter.narrowings()).hasSize(Narrowing.values().length);
        assertThat(filter.toJson()).isEqualTo(json);
        assertThat(FailureFilter.of(filter.toJson(), "filter")).isEqualTo(filter);
    }

    @Test
    void oneValueMayStandWithoutAList() {
        assertThat(FailureFilter.of(json("{'state':'open','overdue':true,'cause':null}"), "filter")
                        .toJson())
                .isEqualTo(json("{'state':['OPEN'],'overdue':['true']}"));
    }

    @Test
    void allFaultsOfAFilterShouldBeToldAtOnce() {
        assertThat(errors("{'state':['GONE'],'storage':'tape','group':'x','overdue':'maybe','from':'yesterday',"
                        + "'until':'0001-01-01T00:00:00Z','q':'…','cause':['a','b'],'kind':[],'id':7,'color':'red'}"))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "filter.state",
                        "filter.storage",
                        "filter.group",
                        "filter.overdue",
                        "filter.from",
                        "filter.until",
                        "filter.q",
                        "filter.cause",
                        "filter.kind",
                        "filter.id",
                        "filter.id",
                        "filter.color");
    }

    @Test
    void whatIsNoObjectShouldNotBeTakenForEverything() {
        assertThatThrownBy(() -> FailureFilter.of(null, "filter")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> FailureFilter.of(Json.createValue("all"), "filter"))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void severalValuesOfAQueryShouldComeAsSeveralParametersOrWithCommas() {
        List<FieldError> errors = new ArrayList<>();

        FailureFilter several = ReadFilter.query(Map.of("state", List.of("OPEN", "ASSIGNED")), errors);
        FailureFilter commas =
                ReadFilter.query(Map.of("state", List.of("open,assigned"), "limit", List.of("7")), errors);

        assertThat(errors).isEmpty();
        assertThat(several).isEqualTo(commas);
    }

    @Test
    void aCommaInATextShouldStay() {
        List<FieldError> errors = new ArrayList<>();

        FailureFilter filter = ReadFilter.query(Map.of("cause", List.of("not ours, and old")), errors);

        assertThat(errors).isEmpty();
        assertThat(filter.toJson()).isEqualTo(json("{'cause':['not ours, and old']}"));
    }

    @Test
    void onlyWhatCanBeSentAgainShouldBeLeft() {
        assertThat(FailureFilter.EVERYTHING.thatCanBe(FailureState.RETRIED).toJson())
                .isEqualTo(json("{'state':['OPEN','ASSIGNED'],'kind':['REMOVAL','PLAN']}"));
        assertThat(FailureFilter.of(json("{'state':['OPEN','VOID'],'kind':'MESSAGE'}"), "filter")
                        .thatCanBe(FailureState.RETRIED)
                        .narrowings())
                .containsEntry(Narrowing.STATE, List.of(FailureState.OPEN))
                .containsEntry(Narrowing.KIND, List.of());
    }

    @Test
    void whatSomebodySentShouldNeverStandInTheStatement() {
        FailureFilter filter =
                FailureFilter.of(json("{'cause':'x\\' or true --','q':'y\\' | z','assignee':'a\\';'}"), "filter");

        assertThat(FailureConditions.of(filter).sql())
                .isEqualTo("(f.cause = :onlyCause and f.assignee = :onlyAssignee"
                        + " and f.words @@ to_tsquery('simple', :onlyWords))");
        assertThat(((SearchWords) filter.narrowings().get(Narrowing.WORDS).get(0)).query())
                .isEqualTo("'y':* & 'z':*");
    }

    private static List<FieldError> errors(String filter) {
        try {
            FailureFilter.of(json(filter), "filter");
            return List.of();
        } catch (ProblemException refused) {
            return refused.problem().errors();
        }
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(
                        text.replace("\\'", "\u0001").replace('\'', '"').replace('\u0001', '\'')))
                .readObject();
    }
}
