package org.lethe.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BodiesTest {

    private static final UUID ID = UUID.fromString("0198f6c2-7c11-7d2e-8a4b-5c6d7e8f9a0b");
    private static final Instant SINCE = Instant.parse("2026-11-28T03:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-11-28T03:00:05Z");
    private static final ConsoleLinks LINKS = new ConsoleLinks(Optional.of("https://photos.example/"));

    @Test
    void slackShouldGetItsJson() {
        assertThat(Bodies.slack(text(failures("a <b> & c", 1200), Language.EN)))
                .isEqualTo(
                        "{\"text\":\"Lethe: 1,200 failures on backup: a &lt;b&gt; &amp; c\",\"blocks\":[{\"type\":\"section\","
                                + "\"text\":{\"type\":\"mrkdwn\",\"text\":\"*1,200 failures on backup: a &lt;b&gt; &amp; c*\\n"
                                + "Nothing more is tried by itself. They wait for a person since 2026-11-28 03:00:00 UTC."
                                + " Cause: a &lt;b&gt; &amp; c.\\n"
                                + "<https://photos.example/console/failures?group="
                                + failures("a <b> & c", 1).group().failureGroup()
                                + "|Open the console>\"}}]}");
    }

    @Test
    void whatIsTooLongForSlackShouldKeepItsLink() {
        String body = Bodies.slack(text(failures("x".repeat(9000), 1), Language.KO));

        assertThat(body).contains("|콘솔에서 보기>\"}}]}");
    }

    @Test
    void aWebhookShouldGetAnEvent() {
        assertThat(Bodies.event(
                        failures("storage unavailable", 1),
                        text(failures("storage unavailable", 1), Language.KO),
                        "당직"))
                .isEqualTo("{\"specversion\":\"1.0\",\"id\":\"" + ID + "\",\"source\":\"/lethe\","
                        + "\"type\":\"org.lethe.failures.opened\",\"time\":\"2026-11-28T03:00:05Z\","
                        + "\"datacontenttype\":\"application/json\",\"data\":{\"what\":\"FAILURES_OPENED\",\"channel\":\"당직\","
                        + "\"count\":1,\"since\":\"2026-11-28T03:00:00Z\",\"until\":\"2026-11-28T03:00:05Z\","
                        + "\"subject\":\"백업 저장소 삭제 실패 1건: storage unavailable\","
                        + "\"text\":\"더 이상 자동으로 재시도하지 않습니다. 2026-11-28 03:00:00 UTC부터 담당자의 확인을 기다립니다."
                        + " 원인: storage unavailable\","
                        + "\"kind\":\"REMOVAL\",\"storage\":\"backup\",\"cause\":\"storage unavailable\","
                        + "\"url\":\"https://photos.example/console/failures?group="
                        + failures("storage unavailable", 1).group().failureGroup() + "\"}}");
    }

    /** Computed with {@code sha256sum}. */
    @Test
    void theGroupShouldHaveTheIdThatTheDeskGivesIt() {
        assertThat(new Group(Subject.FAILURES, "MESSAGE", "", "unreadable message").failureGroup())
                .isEqualTo(UUID.fromString("82ec449e-0e51-f027-140b-ffaf39fba24d"));
    }

    @ParameterizedTest
    @EnumSource
    void everythingShouldBeSayableInBothLanguages(What what) {
        Group group = new Group(what.subject(), "REMOVAL", "backup", "storage unavailable");
        Notice notice = new Notice(ID, UUID.randomUUID(), what, group, "3 errors", 2, SINCE, UNTIL, UNTIL);

        NoticeText english = text(notice, Language.EN);
        NoticeText korean = text(notice, Language.KO);

        assertThat(english.subject() + english.body()).matches("\\p{ASCII}+");
        assertThat(korean.subject()).matches(".*[가-힣].*");
        assertThat(korean.body()).matches(".*[가-힣].*");
        assertThat(korean.linkText()).isNotEqualTo(english.linkText());
        assertThat(english.link()).isEqualTo(korean.link()).startsWith("https://photos.example/console");
    }

    @Test
    void whatAPolicyWantsToldShouldNameItAndLeadToIt() {
        Group group = new Group(Subject.ERRORS, "TRANSIENT", "backup", "storage unavailable");
        String detail = "'The backup is moved': no answer from backup";
        Notice notice = new Notice(ID, UUID.randomUUID(), What.ERRORS_NOTICED, group, detail, 1, SINCE, UNTIL, UNTIL);

        assertThat(text(notice, Language.EN))
                .isEqualTo(new NoticeText(
                        "Errors on backup: storage unavailable",
                        "A policy asks for this to be told ('The backup is moved': no answer from backup)."
                                + " Attempts go on by themselves. Since 2026-11-28 03:00:00 UTC.",
                        "https://photos.example/console/policies",
                        "Open the console"));
        assertThat(text(notice, Language.KO))
                .isEqualTo(new NoticeText(
                        "백업 저장소 오류 발생: storage unavailable",
                        "정책에 따라 알립니다 ('The backup is moved': no answer from backup)."
                                + " 재시도는 자동으로 계속됩니다. 시작: 2026-11-28 03:00:00 UTC",
                        "https://photos.example/console/policies",
                        "콘솔에서 보기"));
    }

    @Test
    void nobodyShouldBeLedAnywhereWithoutAPublicAddress() {
        assertThat(new ConsoleLinks(Optional.empty()).to(failures("x", 1))).isEmpty();
    }

    private static NoticeText text(Notice notice, Language language) {
        return Wording.of(notice, language, LINKS.to(notice));
    }

    private static Notice failures(String cause, long count) {
        Group group = new Group(Subject.FAILURES, "REMOVAL", "backup", cause);
        return new Notice(ID, UUID.randomUUID(), What.FAILURES_OPENED, group, "", count, SINCE, UNTIL, UNTIL);
    }
}
