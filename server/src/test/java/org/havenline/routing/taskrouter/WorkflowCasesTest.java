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
import java.util.List;
import java.util.Map;
import org.havenline.routing.taskrouter.Played.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The acceptance cases A1 to A9: what Twilio documents of filters, targets and timeouts is what
/// the imported table decides.
class WorkflowCasesTest {
  private static final Map<String, Object> NONE = Map.of();
  private static final String VALUES =
      """
      {"filters": [
        {"filter_friendly_name": "Bronze and silver",
         "expression": "customer_value == 'Bronze' OR customer_value == 'Silver'",
         "targets": [{"queue": "WQbbb"}]},
        {"filter_friendly_name": "Gold", "expression": "customer_value == 'Gold'",
         "targets": [{"queue": "WQbbb", "priority": "10", "timeout": 300%s}, {"queue": "WQccc"}]},
        {"filter_friendly_name": "Lead", "expression": "type == 'lead'",
         "targets": [{"queue": "WQaaa", "priority": 1}]}],
       "default_filter": {"queue": "WQccc"}}
      """;

  @TempDir private Path folder;

  @Test
  void a1DefaultFilterAloneIsFirstComeFirstServed() throws IOException {
    var played =
        play("{\"default_filter\": {\"queue\": \"WQccc\"}}", ownQueues("WQccc"), oneEach("WQccc"));
    assertThat(played.asked(NONE, 0, "WQccc")).isEqualTo("WQccc");
    assertThat(played.inOrder(task("later", NONE, 60), task("first", NONE, 0)))
        .containsExactly("first", "later");
  }

  @Test
  void a2SameQueueAtAHigherPriorityLaterThenItWaits() throws IOException {
    var played =
        play(
            """
            {"filters": [{"expression": "1==1",
              "targets": [{"queue": "WQccc", "priority": 1, "timeout": 300}, {"priority": 10}]}],
             "default_filter": {"queue": "WQccc"}}
            """,
            ownQueues("WQccc"),
            oneEach("WQccc"));
    assertThat(played.asked(NONE, 0, "WQccc")).isEqualTo("WQccc");
    assertThat(played.asked(NONE, 36_000, "WQccc")).isEqualTo("WQccc");
    // at one o'clock the one of noon has come to priority 10, the one of 12:58 not yet
    assertThat(played.inOrder(task("fresh", NONE, 3480), task("raised", NONE, 0)))
        .containsExactly("raised", "fresh");
    assertThat(played.warns("cancels a task")).isFalse();
  }

  @Test
  void a3GoldWaitsFirstThenAlsoElsewhereAndKeepsItsPriority() throws IOException {
    var played = play(VALUES.formatted(""), ownQueues("WQaaa", "WQbbb", "WQccc"), three());
    assertThat(everybody(played, Map.of("customer_value", "Silver"), 0)).isEqualTo("WQbbb");
    assertThat(everybody(played, Map.of("customer_value", "Gold"), 0)).isEqualTo("WQbbb");
    assertThat(everybody(played, Map.of("customer_value", "Gold"), 299)).isEqualTo("WQbbb");
    assertThat(everybody(played, Map.of("customer_value", "Gold"), 300)).isEqualTo("WQccc");
    assertThat(everybody(played, Map.of("task_type", "lead"), 0)).isEqualTo("WQaaa");
    assertThat(everybody(played, NONE, 0)).isEqualTo("WQccc");
    assertThat(
            played.inOrder(
                task("none", NONE, 0),
                task("lead", Map.of("task_type", "lead"), 60),
                task("gold", Map.of("customer_value", "Gold"), 120)))
        .containsExactly("gold", "lead", "none");
    assertThat(played.rule(Map.of("customer_value", "Gold"), Played.NOON)).isEqualTo("gold");
  }

  @Test
  void a4TwoFiltersElseTheDefault() throws IOException {
    var played =
        play(
            """
            {"filters": [
              {"expression": "type == 'lead'", "targets": [{"queue": "WQaaa", "priority": 10}]},
              {"expression": "type == 'ticket'", "targets": [{"queue": "WQbbb", "priority": 10}]}],
             "default_filter": {"queue": "WQccc"}}
            """,
            ownQueues("WQaaa", "WQbbb", "WQccc"),
            three());
    assertThat(everybody(played, Map.of("task_type", "lead"), 0)).isEqualTo("WQaaa");
    assertThat(everybody(played, Map.of("task_type", "ticket"), 0)).isEqualTo("WQbbb");
    assertThat(everybody(played, Map.of("task_type", "other"), 0)).isEqualTo("WQccc");
  }

  @Test
  void a5RequestedAgentForAWhileThenAnybody() throws IOException {
    var agent = ", \"expression\": \"task.requested_agent == worker.agent_id\"";
    var played =
        play(
            VALUES.formatted(agent),
            queues(queue("WQaaa", "1==0"), queue("WQbbb", "1==1"), queue("WQccc", "1==1")),
            worker("Ann", "{\"agent_id\": \"a7\"}"),
            worker("Bea", "{\"agent_id\": \"b1\"}"),
            worker("Cia", "{}"));
    var gold = Map.<String, Object>of("customer_value", "Gold", "requested_agent", "b1");
    assertThat(played.asked(gold, 0, "Ann", "Bea", "Cia")).isEqualTo("Bea");
    assertThat(played.asked(gold, 0, "Ann", "Cia")).isEqualTo("nobody");
    assertThat(played.asked(gold, 300, "Ann", "Cia")).isEqualTo("Ann");
    assertThat(played.asked(Map.of("customer_value", "Gold"), 0, "Ann", "Cia"))
        .as("no agent was asked for")
        .isEqualTo("nobody");
  }

  @Test
  void a6OneQueueWithTheLanguageByExpression() throws IOException {
    var language = ", \"expression\": \"task.required_language IN worker.spoken_languages\"";
    var played =
        play(
            VALUES.formatted(language),
            queues(queue("WQaaa", "1==1"), queue("WQbbb", "1==1"), queue("WQccc", "1==1")),
            worker("Ann", "{\"spoken_languages\": [\"en\", \"es\"]}"),
            worker("Bea", "{\"spoken_languages\": [\"en\"]}"),
            worker("Cia", "{}"));
    var gold = Map.<String, Object>of("customer_value", "Gold", "required_language", "es");
    assertThat(played.asked(gold, 0, "Bea", "Cia", "Ann")).isEqualTo("Ann");
    assertThat(played.asked(gold, 0, "Bea", "Cia")).isEqualTo("nobody");
    assertThat(played.asked(gold, 300, "Bea")).isEqualTo("Bea");
  }

  @Test
  void a7TargetIsSkippedOnlyWhenNobodyOfItsQueueIsThere() throws IOException {
    var played =
        play(
            """
            {"filters": [{"expression": "1==1", "targets": [
              {"queue": "Q1", "expression": "task.subSection == worker.specializedSubField",
               "order_by": "worker.english_level ASC", "priority": "1",
               "skip_if": "workers.available == 0"},
              {"priority": "1", "queue": "Q2"}]}]}
            """,
            queues(queue("Q1", "team == 'one'"), queue("Q2", "team == 'two'")),
            worker(
                "Law",
                "{\"team\": \"one\", \"specializedSubField\": \"law\", \"english_level\": 3}"),
            worker(
                "Lex",
                "{\"team\": \"one\", \"specializedSubField\": \"law\", \"english_level\": 1}"),
            worker("Tax", "{\"team\": \"one\", \"specializedSubField\": \"tax\"}"),
            worker("Two", "{\"team\": \"two\"}"));
    var law = Map.<String, Object>of("subSection", "law");
    assertThat(played.asked(law, 0, "Law", "Lex", "Two")).isEqualTo("Lex");
    assertThat(played.asked(law, 0, "Tax", "Two")).as("somebody is there").isEqualTo("nobody");
    assertThat(played.asked(law, 3600, "Tax", "Two")).as("and it waits").isEqualTo("nobody");
    assertThat(played.asked(law, 0, "Two")).as("nobody is there").isEqualTo("Two");
    assertThat(played.warns("skipped once")).isTrue();
  }

  @Test
  void a8TaskIsCancelledDespiteTheDefaultWhereHerePeopleOnCallArePaged() throws IOException {
    var played =
        play(
            """
            {"filters": [{"expression": "type==\\"Support\\"", "targets": [
              {"queue": "Q", "timeout": 15, "expression": "worker.id IN task.preferred_agents"},
              {"timeout": 15}]}],
             "default_filter": {"queue": "D"}}
            """,
            queues(queue("Q", "id != 'x'"), queue("D", "id == 'x'")),
            worker("Ann", "{\"id\": \"a\"}"),
            worker("Bea", "{\"id\": \"b\"}"),
            worker("Def", "{\"id\": \"x\"}"));
    var task =
        Map.<String, Object>of("task_type", "Support", "preferred_agents", List.of("b", "z"));
    assertThat(played.asked(task, 0, "Ann", "Bea", "Def")).isEqualTo("Bea");
    assertThat(played.asked(task, 14, "Ann", "Def")).isEqualTo("nobody");
    assertThat(played.asked(task, 15, "Ann", "Def")).isEqualTo("Ann");
    assertThat(played.paged(task)).contains(30L);
    assertThat(played.asked(task, 31, "Def")).as("never the default").isEqualTo("nobody");
    assertThat(played.warns("cancels a task at 30 s")).isTrue();
  }

  @Test
  void a9TimeoutsCountFromTheAgeOfTheTask() throws IOException {
    var played =
        play(
            """
            {"filters": [{"expression": "1==1", "targets": [
              {"queue": "WQaaa", "timeout": 10}, {"queue": "WQbbb", "timeout": 10},
              {"queue": "WQccc", "timeout": 10}]}]}
            """,
            ownQueues("WQaaa", "WQbbb", "WQccc"),
            three());
    assertThat(everybody(played, NONE, 9)).isEqualTo("WQaaa");
    assertThat(everybody(played, NONE, 10)).isEqualTo("WQbbb");
    assertThat(everybody(played, NONE, 19)).isEqualTo("WQbbb");
    assertThat(everybody(played, NONE, 20)).isEqualTo("WQccc");
    assertThat(played.paged(NONE)).contains(30L);
    assertThat(played.warns("cancels a task at 30 s")).isTrue();
  }

  private Played play(String workflow, String[] queues, String... workers) throws IOException {
    return new Played(folder, Workspaces.of(workflow, queues, workers));
  }

  private static String[] three() {
    return oneEach("WQaaa", "WQbbb", "WQccc");
  }

  private static String everybody(Played played, Map<String, Object> task, int age) {
    return played.asked(task, age, "WQaaa", "WQbbb", "WQccc");
  }

  private static Task task(String name, Map<String, Object> attributes, int seconds) {
    return new Task(name, attributes, Played.NOON.plus(Duration.ofSeconds(seconds)));
  }
}
