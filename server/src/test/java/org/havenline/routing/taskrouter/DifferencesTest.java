package org.havenline.routing.taskrouter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.havenline.routing.taskrouter.Workspaces.oneEach;
import static org.havenline.routing.taskrouter.Workspaces.ownQueues;
import static org.havenline.routing.taskrouter.Workspaces.queues;
import static org.havenline.routing.taskrouter.Workspaces.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What follows what, and what is said of things that are not the same here.
class DifferencesTest {
  private static final Map<String, Object> NONE = Map.of();

  @TempDir private Path folder;

  @Test
  void filterThatEndsIsFollowedByTheNextThatMatches() throws IOException {
    var played =
        play(
            """
            {"filters": [
              {"friendly_name": "vip", "expression": "vip == true",
               "targets": [{"queue": "WQaaa", "timeout": 10}]},
              {"friendly_name": "sales", "expression": "type == 'sales'",
               "targets": [{"queue": "WQbbb"}]}],
             "default_filter": {"queue": "WQccc"}}
            """,
            ownQueues("WQaaa", "WQbbb", "WQccc"),
            three());
    var both = Map.<String, Object>of("vip", true, "task_type", "sales");
    assertThat(everybody(played, both, 9)).isEqualTo("WQaaa");
    assertThat(everybody(played, both, 10)).isEqualTo("WQbbb");
    assertThat(played.paged(both)).doesNotContain(10L);
    assertThat(played.paged(Map.of("vip", true))).contains(10L);
  }

  @Test
  void whatCannotBeTheSameIsSaid() throws IOException {
    var played =
        play(
            """
            {"filters": [
              {"friendly_name": "broken", "expression": "waitingOfflineContact! = true",
               "targets": [{"queue": "Q"}]},
              {"friendly_name": "hyphen", "expression": "my-key == 1", "targets": [{"queue": "Q"}]},
              {"expression": "1==1", "targets": [{"queue": "Qmissing",
                "expression": "worker.activity_name in ['Available','High Value Tasks']"}]},
              {"friendly_name": "late", "expression": "a == 1", "targets": [{"queue": "Q"}]}]}
            """,
            queues(
                """
                {"sid": "Q", "friendly_name": "Q", "target_workers": "1==1",
                 "max_reserved_workers": 5, "task_order": "LIFO"}\
                """),
            worker("Ann", "{}"));
    assertThat(played.warnings)
        .extracting(warning -> warning.fault())
        .anyMatch(
            fault -> fault.startsWith("the expression of filter \"broken\" is not understood"))
        .anyMatch(
            fault -> fault.startsWith("the expression of filter \"hyphen\" is not understood"))
        .anyMatch(fault -> fault.contains("there is no queue \"Qmissing\""))
        .anyMatch(fault -> fault.contains("asks for an activity of a worker"))
        .anyMatch(fault -> fault.contains("are never reached"));
    assertThat(played.asked(NONE, 0, "Ann")).isEqualTo("Ann");
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
}
