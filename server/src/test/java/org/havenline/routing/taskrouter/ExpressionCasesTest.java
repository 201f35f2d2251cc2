package org.havenline.routing.taskrouter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.havenline.routing.taskrouter.Workspaces.queue;
import static org.havenline.routing.taskrouter.Workspaces.queues;
import static org.havenline.routing.taskrouter.Workspaces.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Expressions of TaskRouter hold for the imported table as Twilio documents them.
class ExpressionCasesTest {
  @TempDir private Path folder;

  @ParameterizedTest(name = "{0} of {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 == 1                                                              | -                         | true
          0 != 1                                                              | -                         | true
          "apple" != "orange"                                                 | -                         | true
          key > 1                                                             | key=2                     | true
          key > 1                                                             | key=1                     | false
          key > 1                                                             | -                         | false
          object.param != "apple"                                             | object_param=pear         | true
          object.param != "apple"                                             | object_param=apple        | false
          object.param != "apple"                                             | -                         | true
          waiting != true                                                     | -                         | true
          waiting != true                                                     | waiting=true              | false
          task_language IN ["en","es"]                                        | task_language=es          | true
          task_language IN ["en","es"]                                        | -                         | false
          task_language NOT IN ["en","es"]                                    | task_language=fr          | true
          (condition_a == true) OR (condition_b == true)                      | condition_b=true          | true
          (l == "en" OR l == "fr") AND rating >= 5.1                          | l=fr;rating=5.1           | true
          (l == "en" OR l == "fr") AND rating >= 5.1                          | l=fr;rating=5             | false
          department HAS "billing"                                            | department=billing        | false
          department HAS "billing"                                            | department=[billing]      | true
          tags[2] == "c"                                                      | tags=[a,b,c]              | true
          tags[2] == "c"                                                      | tags=[a,b]                | false
          name CONTAINS "ada"                                                 | name=Canada               | true
          age <= 13                                                           | age=nine                  | false
          """)
  void expressionHoldsAsDocumented(String expression, String task, boolean holds)
      throws IOException {
    var played =
        play(
            """
            {"filters": [{"friendly_name": "is", "expression": "%s", "targets": [{"queue": "Q"}]}],
             "default_filter": {"queue": "Q"}}
            """
                .formatted(expression.replace("\"", "\\\"")),
            queues(queue("Q", "1==1")),
            worker("Ann", "{}"));
    assertThat(played.rule(attributes(task), Played.NOON)).isEqualTo(holds ? "is" : "default");
  }

  private static Map<String, Object> attributes(String text) {
    var all = new java.util.HashMap<String, Object>();
    if (!text.equals("-")) {
      for (var pair : text.split(";", -1)) {
        var parts = pair.split("=", 2);
        all.put(parts[0], value(parts[1]));
      }
    }
    return all;
  }

  private static Object value(String text) {
    if (text.startsWith("[")) {
      return List.of(text.substring(1, text.length() - 1).split(",", -1));
    }
    return text.matches("[\\d.]+")
        ? (Object) Double.parseDouble(text)
        : text.equals("true") ? (Object) true : text;
  }

  private Played play(String workflow, String[] queues, String... workers) throws IOException {
    return new Played(folder, Workspaces.of(workflow, queues, workers));
  }
}
