package org.lethe.notification;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Puts notifications into words. Both languages say the same, each as its speakers would. */
final class Wording {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);

    private Wording() {}

    /** @param link may be empty */
    static NoticeText of(Notice notice, Language language, String link) {
        return switch (language) {
            case EN -> new NoticeText(englishSubject(notice), englishBody(notice), link, "Open the console");
            case KO -> new NoticeText(koreanSubject(notice), koreanBody(notice), link, "콘솔에서 보기");
        };
    }

    private static String englishSubject(Notice notice) {
        Group group = notice.group();
        String count = number(notice.count());
        return switch (notice.what()) {
            case FAILURES_OPENED ->
                switch (group.kind()) {
                    case "REMOVAL" ->
                        count + plural(notice, " failure") + " on " + group.storage() + ": " + group.cause();
                    case "PLAN" -> count + plural(notice, " deletion") + " could not be planned: " + group.cause();
                    default -> count + plural(notice, " message") + " not understood: " + group.cause();
                };
            case FAILURES_SETTLED -> "Over" + englishPlace(group) + ": " + group.cause();
            case ERRORS_NOTICED -> "Errors" + englishPlace(group) + ": " + group.cause();
            case BREAKER_OPENED -> "Removals from " + group.storage() + " are held";
            case BREAKER_CLOSED -> "Removals from " + group.storage() + " go on";
            case TEST -> "A test";
        };
    }

    private static String englishBody(Notice notice) {
        Group group = notice.group();
        String since = time(notice.since());
        return switch (notice.what()) {
            case FAILURES_OPENED ->
                "Nothing more is tried by itself. " + (notice.count() == 1 ? "It waits" : "They wait")
                        + " for a person since " + since + ". Cause: " + group.cause() + '.';
            case FAILURES_SETTLED ->
                "Nothing of it waits for a person any more. " + number(notice.count()) + plural(notice, " failure")
                        + " had been told since " + since + '.';
            case ERRORS_NOTICED ->
                "A policy asks for this to be told" + inBrackets(notice.detail())
                        + ". Attempts go on by themselves. Since " + since + '.';
            case BREAKER_OPENED ->
                "Its breaker has opened" + (notice.count() > 1 ? ' ' + number(notice.count()) + " times" : "") + ", at "
                        + since + inBrackets(notice.detail())
                        + ". Nothing is lost, and no attempt is used up meanwhile.";
            case BREAKER_CLOSED -> "Its breaker had opened at " + since + " and has closed.";
            case TEST -> "Somebody tries this channel. Nothing has happened.";
        };
    }

    private static String koreanSubject(Notice notice) {
        Group group = notice.group();
        String count = number(notice.count());
        return switch (notice.what()) {
            case FAILURES_OPENED ->
                switch (group.kind()) {
                    case "REMOVAL" -> korean(group.storage()) + " 삭제 실패 " + count + "건: " + group.cause();
                    case "PLAN" -> "삭제 계획 실패 " + count + "건: " + group.cause();
                    default -> "알 수 없는 메시지 " + count + "건: " + group.cause();
                };
            case FAILURES_SETTLED -> koreanPlace(group) + "해결됨: " + group.cause();
            case ERRORS_NOTICED -> koreanPlace(group) + "오류 발생: " + group.cause();
            case BREAKER_OPENED -> korean(group.storage()) + ": 제거를 보류합니다";
            case BREAKER_CLOSED -> korean(group.storage()) + ": 제거를 다시 진행합니다";
            case TEST -> "테스트 알림";
        };
    }

    private static String koreanBody(Notice notice) {
        Group group = notice.group();
        String since = time(notice.since());
        return switch (notice.what()) {
            case FAILURES_OPENED -> "더 이상 자동으로 재시도하지 않습니다. " + since + "부터 담당자의 확인을 기다립니다. 원인: " + group.cause();
            case FAILURES_SETTLED -> since + "부터 알린 실패 " + number(notice.count()) + "건이 모두 처리되었습니다.";
            case ERRORS_NOTICED -> "정책에 따라 알립니다" + inBrackets(notice.detail()) + ". 재시도는 자동으로 계속됩니다. 시작: " + since;
            case BREAKER_OPENED ->
                since + "에 차단기가 열렸습니다" + (notice.count() > 1 ? ", 모두 " + number(notice.count()) + "회" : "")
                        + inBrackets(notice.detail()) + ". 그동안 유실되는 작업은 없으며 재시도 횟수도 줄지 않습니다.";
            case BREAKER_CLOSED -> since + "에 열린 차단기가 닫혔습니다.";
            case TEST -> "이 채널을 시험하는 중입니다. 아무 일도 일어나지 않았습니다.";
        };
    }

    private static String englishPlace(Group group) {
        return group.storage().isEmpty() ? "" : " on " + group.storage();
    }

    private static String koreanPlace(Group group) {
        return group.storage().isEmpty() ? "" : korean(group.storage()) + ' ';
    }

    private static String korean(String storage) {
        return switch (storage) {
            case "main" -> "기본 저장소";
            case "backup" -> "백업 저장소";
            default -> storage;
        };
    }

    private static String plural(Notice notice, String word) {
        return notice.count() == 1 ? word : word + 's';
    }

    private static String inBrackets(String detail) {
        return detail.isEmpty() ? "" : " (" + detail + ')';
    }

    private static String number(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }

    private static String time(Instant at) {
        return TIME.format(at.atOffset(ZoneOffset.UTC));
    }
}
