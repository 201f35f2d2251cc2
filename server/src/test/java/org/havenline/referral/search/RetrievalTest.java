package org.havenline.referral.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.search.ask.Search;
import org.havenline.referral.search.ask.Viewer;
import org.havenline.referral.search.ask.What;
import org.havenline.referral.search.text.Concepts;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Questions of migrants, and the one page that answers each (OMoS-QA).
class RetrievalTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private record Question(String text, String page) {}

  @ParameterizedTest
  @CsvSource({"de, 0.81, 0.66", "en, 0.79, 0.59", "ar, 0.74, 0.55"})
  void thePageThatAnswersIsAmongTheFirst(String language, double hit, double reciprocal)
      throws IOException {
    Path sets = SharedFolder.file("retrieval");
    Map<String, ServiceAtLocation> pages = new LinkedHashMap<>();
    Map<String, List<Question>> asked = new LinkedHashMap<>();
    for (String set : List.of("train", "dev")) {
      Path file = sets.resolve(set + "_" + language + ".jsonl");
      if (Files.exists(file)) {
        asked.put(set, read(file, language, pages));
      }
    }
    try (var directory = new Directory(folder, List.copyOf(pages.values()), Concepts.NONE)) {
      List<Question> all = new ArrayList<>();
      asked.forEach((set, questions) -> {
        say(language + " " + set, measured(directory, questions));
        all.addAll(questions);
      });
      Measured together = measured(directory, all);
      say(language, together);
      assertThat(together.hitAt5()).isGreaterThanOrEqualTo(hit);
      assertThat(together.reciprocalAt10()).isGreaterThanOrEqualTo(reciprocal);
    }
  }

  private record Measured(int questions, double hitAt5, double reciprocalAt10) {}

  private static void say(String set, Measured measured) {
    System.out.printf(
        "%s: %d questions, hit@5 %.3f, MRR@10 %.3f%n",
        set, measured.questions(), measured.hitAt5(), measured.reciprocalAt10());
  }

  private static Measured measured(Directory directory, List<Question> questions) {
    double hits = 0;
    double reciprocals = 0;
    for (Question question : questions) {
      Search search =
          Search.all(Viewer.PERSON, Made.NOW).with(What.words(question.text())).first(10);
      int at = directory.ids(search).indexOf(question.page());
      hits += at >= 0 && at < 5 ? 1 : 0;
      reciprocals += at >= 0 ? 1.0 / (at + 1) : 0;
    }
    return new Measured(questions.size(), hits / questions.size(), reciprocals / questions.size());
  }

  private static List<Question> read(
      Path file, String language, Map<String, ServiceAtLocation> pages) throws IOException {
    List<Question> answerable = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode one = JSON.readTree(line);
      String id = one.get("city").asText() + "/" + one.get("pageId").asText();
      pages.computeIfAbsent(id, any -> page(id, language, one.get("context").asText()));
      if (!one.get("answers").isEmpty()) {
        answerable.add(new Question(one.get("question").asText(), id));
      }
    }
    return answerable;
  }

  private static ServiceAtLocation page(String id, String language, String text) {
    String title = text.lines().findFirst().orElse("");
    return Made.service(id).in(language).by("").named(title).about(text).made();
  }
}
