package org.havenline.routing.taskrouter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.havenline.routing.taskrouter.Workspaces.oneEach;
import static org.havenline.routing.taskrouter.Workspaces.ownQueues;
import static org.havenline.routing.taskrouter.Workspaces.queue;
import static org.havenline.routing.taskrouter.Workspaces.queues;
import static org.havenline.routing.taskrouter.Workspaces.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.havenline.routing.taskrouter.Played.Task;
import org.havenline.routingconfig.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The acceptance cases A10 to A18: what Twilio and its templates show of times, orders and known
/// workers is what the imported table decides.
class TargetCasesTest {
  private static final Map<String, Object> NONE = Map.of();

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2026-11-24T12:00:00Z, open", // Tue
    "2026-11-24T08:00:00Z, default",
    "2026-11-24T08:01:00Z, open",
    "2026-11-24T17:30:00Z, default",
    "2026-11-25T17:45:00Z, open", // Wed
    "2026-11-25T08:30:00Z, default",
    "2026-11-26T12:00:00Z, default", // Thu is never equal to 'THU'
    "2026-11-27T18:29:00Z, open", // Fri
    "2026-11-28T12:00:00Z, open", // Sat
    "2026-11-28T16:00:00Z, default",
    "2026-11-29T12:00:00Z, default", // Sun
    "2026-11-30T12:00:00Z, open" // Mon
  })
  void a10TimeOfDayInUtcAndADayThatIsNeverEqual(Instant arrived, String rule) throws IOException {
    var played =
        play(
            """
            {"filters": [{"friendly_name": "open", "expression": "(taskrouter.dayOfWeek IN ['Mon', 'Tue', 'THU'] AND taskrouter.currentTime > 800 AND taskrouter.currentTime < 1730) OR (taskrouter.dayOfWeek IN ['Wed', 'Fri'] AND taskrouter.currentTime > 900 AND taskrouter.currentTime < 1830) OR (taskrouter.dayOfWeek = 'Sat' AND taskrouter.currentTime > 1100 AND taskrouter.currentTime < 1530)",
              "targets": [{"queue": "WQaaa"}]}],
             "default_filter": {"queue": "WQbbb"}}
            """,
            ownQueues("WQaaa", "WQbbb"),
            oneEach("WQaaa", "WQbbb"));
    assertThat(played.rule(NONE, arrived)).isEqualTo(rule);
    assertThat(played.warns("never equal to one of Mon to Sun")).isTrue();
  }

  @Test
  void a11WorkersInOrderOfSeveralAttributesTheOnesWithoutLast() throws IOException {
    var played =
        play(
            """
            {"filters": [{"expression": "1==1", "targets": [
              {"queue": "Q", "order_by": "worker.finance ASC, worker.support ASC"}]}]}
            """,
            queues(queue("Q", "1==1")),
            worker("Alice", "{\"finance\": 10, \"support\": 8}"),
            worker("Bob", "{\"finance\": 10, \"support\": 5}"),
            worker("Rob", "{\"finance\": 10}"),
            worker("Eve", "{\"support\": 1}"));
    assertThat(played.asked(NONE, 0, "Alice", "Bob")).isEqualTo("Bob");
    assertThat(played.asked(NONE, 0, "Alice", "Rob")).isEqualTo("Alice");
    assertThat(played.asked(NONE, 0, "Rob", "Eve")).isEqualTo("Rob");
    assertThat(played.asked(NONE, 0, "Eve")).isEqualTo("Eve");
  }

  @Test
  void a12EveryKeyOfATargetIsUnderstood() throws IOException {
    var played =
        play(
            """
            {"filters": [{"expression": "1==1", "targets": [
              {"queue": "QS123", "expression": "1==1", "priority": 5, "timeout": 30,
               "order_by": "worker.english_level ASC", "skip_if": "workers.available == 0",
               "known_worker_sid": "task.requested_agent_id",
               "known_worker_friendly_name": "task.requested_agent"}]}]}
            """,
            queues(queue("QS123", "1==1")),
            worker("Ann", "{\"english_level\": 1}"),
            worker("Bea", "{}"));
    var bea = Map.<String, Object>of("requested_agent_id", "WKBea");
    assertThat(played.asked(bea, 0, "Ann", "Bea")).isEqualTo("Bea");
    assertThat(played.asked(bea, 0, "Ann")).isEqualTo("nobody");
    assertThat(played.paged(bea)).contains(30L);
    assertThat(played.warnings).noneMatch(one -> one.fault().contains("not understood"));
  }

  @Test
  void a13NameAndNumbersAsTheSdkWritesThem() throws IOException {
    var played =
        play(
            """
            {"filters": [{"expression": "skill == \\"HR\\"", "friendlyName": "4354",
              "targets": [{"queue": "WQaaa", "priority": 54333, "timeout": 30}]}],
             "default_filter": {"queue": "WQaaa"}}
            """,
            ownQueues("WQaaa"),
            oneEach("WQaaa"));
    var hr = Map.<String, Object>of("skill", "HR");
    assertThat(played.rule(hr, Played.NOON)).isEqualTo("4354");
    assertThat(played.rule(NONE, Played.NOON)).isEqualTo("default");
    assertThat(played.inOrder(task("none", NONE, 0), task("hr", hr, 60)))
        .containsExactly("hr", "none");
  }

  @Test
  void a14StepThatAsksNobodyIsADelay() throws IOException {
    var played =
        play(
            """
            {"filters": [
              {"friendly_name": "second", "expression": "callBackData.attempts == 1",
               "targets": [{"queue": "WQaaa", "expression": "1==0", "timeout": 600}, {"queue": "WQaaa"}]},
              {"friendly_name": "more", "expression": "callBackData.attempts > 1",
               "targets": [{"queue": "WQaaa", "expression": "1==0", "timeout": 3600}, {"queue": "WQaaa"}]},
              {"friendly_name": "first", "expression": "1==1", "targets": [{"queue": "WQaaa"}]}]}
            """,
            ownQueues("WQaaa"),
            oneEach("WQaaa"));
    assertThat(played.asked(NONE, 0, "WQaaa")).isEqualTo("WQaaa");
    var second = Map.<String, Object>of("callBackData_attempts", 1.0);
    assertThat(played.asked(second, 599, "WQaaa")).isEqualTo("nobody");
    assertThat(played.asked(second, 600, "WQaaa")).isEqualTo("WQaaa");
    var more = Map.<String, Object>of("callBackData_attempts", 2.0);
    assertThat(played.asked(more, 3599, "WQaaa")).isEqualTo("nobody");
    assertThat(played.asked(more, 3600, "WQaaa")).isEqualTo("WQaaa");
  }

  @Test
  void a15TransferGoesToTheKnownWorkerOrToOneWhoIsNotInIt() throws IOException {
    var played =
        play(
            """
            {"filters": [
              {"friendly_name": "worker", "expression": "transferTargetType == 'worker'",
               "targets": [{"queue": "Q", "known_worker_sid": "task.transferTargetSid"}]},
              {"friendly_name": "queue", "expression": "transferTargetType == 'queue'",
               "targets": [{"queue": "Q", "expression": "worker.sid NOT IN task.workerSidsInConversation"}]}]}
            """,
            queues(queue("Q", "1==1")),
            worker("Ann", "{}"),
            worker("Bea", "{}"));
    var toBea =
        Map.<String, Object>of("transferTargetType", "worker", "transferTargetSid", "WKBea");
    assertThat(played.asked(toBea, 0, "Ann", "Bea")).isEqualTo("Bea");
    assertThat(played.asked(toBea, 0, "Ann")).isEqualTo("nobody");
    var away =
        Map.<String, Object>of(
            "transferTargetType", "queue", "workerSidsInConversation", List.of("WKAnn"));
    assertThat(played.asked(away, 0, "Ann", "Bea")).isEqualTo("Bea");
    assertThat(played.asked(away, 0, "Ann")).isEqualTo("nobody");
    assertThat(played.warns("there is no default filter")).isTrue();
    assertThat(played.asked(NONE, 0, "Ann")).as("here a human answers").isEqualTo("Ann");
  }

  @Test
  void a16InternalCallGoesToTheOneWhoIsCalled() throws IOException {
    var played =
        play(
            """
            {"filters": [{"friendly_name": "internal",
               "expression": "targetWorker != null AND callToQueue == null",
               "targets": [{"queue": "Q", "priority": 1000,
                 "expression": "task.targetWorker == worker.contact_uri"}]}],
             "default_filter": {"queue": "Q"}}
            """,
            queues(queue("Q", "1==1")),
            worker("Ann", "{\"contact_uri\": \"client:ann\"}"),
            worker("Bea", "{\"contact_uri\": \"client:bea\"}"));
    var call = Map.<String, Object>of("targetWorker", "client:bea");
    assertThat(played.rule(call, Played.NOON)).isEqualTo("internal");
    assertThat(played.asked(call, 0, "Ann", "Bea")).isEqualTo("Bea");
    assertThat(played.asked(call, 0, "Ann")).isEqualTo("nobody");
    assertThat(played.rule(Map.of("targetWorker", "client:bea", "callToQueue", "Q"), Played.NOON))
        .isEqualTo("default");
    assertThat(played.rule(NONE, Played.NOON)).isEqualTo("default");
  }

  @Test
  void a17ParkedTaskComesBackToItsWorkerFirst() throws IOException {
    var played =
        play(
            """
            {"filters": [{"expression": "1==1", "targets": [
              {"queue": "Q", "known_worker_sid": "task.workerSid", "timeout": 30}, {}]}]}
            """,
            queues(queue("Q", "1==1")),
            worker("Ann", "{}"),
            worker("Bea", "{}"));
    var parked = Map.<String, Object>of("workerSid", "WKBea");
    assertThat(played.asked(parked, 0, "Ann", "Bea")).isEqualTo("Bea");
    assertThat(played.asked(parked, 29, "Ann")).isEqualTo("nobody");
    assertThat(played.asked(parked, 30, "Ann")).isEqualTo("Ann");
  }

  @Test
  void a18OnlyWhoIsIdleIsAsked() throws IOException {
    var played =
        play(
            """
            {"filters": [{"expression": "1==1", "targets": [
              {"queue": "Q", "expression": "worker.channel.voice.available_capacity_percentage == 100"}]}]}
            """,
            queues(queue("Q", "1==1")),
            worker("Ann", "{}"),
            """
            {"sid": "WKBea", "friendly_name": "Bea", "attributes": "{}", "channels": [
              {"task_channel_unique_name": "sms", "configured_capacity": 3}]}\
            """);
    var task = Task.of(NONE);
    assertThat(played.asked(task, 0, Set.of(), List.of(played.busy("Bea", Map.of(Channel.SMS, 1)))))
        .isEqualTo("nobody");
    assertThat(played.asked(task, 0, Set.of(), List.of(played.idle("Bea")))).isEqualTo("Bea");
    assertThat(played.warns("idle on one channel")).isTrue();
  }

  private Played play(String workflow, String[] queues, String... workers) throws IOException {
    return new Played(folder, Workspaces.of(workflow, queues, workers));
  }

  private static Task task(String name, Map<String, Object> attributes, int seconds) {
    return new Task(name, attributes, Played.NOON.plus(Duration.ofSeconds(seconds)));
  }
}
