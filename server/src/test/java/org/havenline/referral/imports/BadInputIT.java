package org.havenline.referral.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.havenline.referral.directory.ServiceId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two thousand broken records: none throws, none takes its neighbours with it, each row is
/// accounted for.
final class BadInputIT {
  private static final long SEED = 20_261_129;
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String GOOD =
      """
      {"id":"s%d","name":"Name","status":"active","minimum_age":18,"url":"https://example.org",\
      "organization":{"id":"o","name":"Org"},"phones":[{"number":"1"}],"languages":[{"code":"en"}],\
      "schedules":[{"freq":"WEEKLY","byday":"MO","opens_at":"09:00","closes_at":"17:00"}],\
      "service_at_locations":[{"id":"a","location":{"latitude":1.5,"longitude":2.5,"addresses":[{"city":"C"}]}}],\
      "attributes":[{"taxonomy_term":{"code":"c","name":"n"}}],"havenline":{"eligibility":{"genders":["woman"]}}}\
      """;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final Rig rig = new Rig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void thousandBrokenLinesOfJsonTakeNoneWithThem() {
    System.out.println("seed " + SEED);
    var lines =
        IntStream.range(0, 2_000)
            .mapToObj(n -> n % 2 == 0 ? GOOD.formatted(n) : broken(GOOD.formatted(n)))
            .collect(Collectors.joining("\n"));

    var preview = rig.imported("services.ndjson", lines);

    assertAllGoodOnes(preview, 2_000);
    assertThat(preview.ledger().sum().rejected()).as("some are beyond repair").isPositive();
    assertThat(rig.preview(rig.written("services.ndjson", lines)).changed()).isEmpty();
  }

  @Test
  void fiveHundredOddDocumentsInOneListTakeNoneWithThem() throws IOException {
    var list = JSON.createArrayNode();
    for (int n = 0; n < 1_000; n++) {
      var good = (ObjectNode) JSON.readTree(GOOD.formatted(n));
      list.add(n % 2 == 0 ? good : odd(good));
    }

    assertAllGoodOnes(rig.imported("services.json", list.toString()), 1_000);
  }

  @Test
  void fiveHundredBrokenRowsOfATableTakeNoneWithThem() {
    var rows =
        IntStream.range(0, 1_000)
            .mapToObj(n -> "s" + n + ",\"Name, first\",active,\"He said \"\"so\"\"\",18")
            .map(row ->
                Integer.parseInt(row.substring(1, row.indexOf(','))) % 2 == 0 ? row : broken(row))
            .collect(Collectors.joining("\n"));

    var preview = rig.imported("services.csv", "id,name,status,description,minimum_age\n" + rows);

    assertAllGoodOnes(preview, 1_000);
  }

  @Test
  void bombsCostOneRow() {
    var deep = "[".repeat(100_000) + "]".repeat(100_000);
    var wide = "{\"id\":\"w\",\"name\":\"" + "a".repeat(3_000_000) + "\"}";
    var number = "{\"id\":\"n\",\"name\":\"n\",\"minimum_age\":" + "9".repeat(100_000) + "}";
    var infinite = "{\"id\":\"i\",\"name\":\"n\",\"odd\":1e999999}";
    var lines =
        String.join("\n", deep, wide, GOOD.formatted(0), number, infinite, GOOD.formatted(2));

    assertAllGoodOnes(rig.imported("services.ndjson", lines), 4);
  }

  /// Every second one is good.
  private void assertAllGoodOnes(Preview preview, int upTo) {
    var sum = preview.ledger().sum();
    assertThat(sum.taken() + sum.rejected()).isEqualTo(sum.read());
    var stored =
        IntStream.range(0, upTo / 2)
            .mapToObj(n -> new ServiceId("s" + 2 * n))
            .filter(id -> rig.directory.mark(id).revision() > 0)
            .count();
    assertThat(stored).isEqualTo(upTo / 2);
  }

  /// One to three characters taken out, doubled, or put in; never a line end.
  private String broken(String text) {
    var broken = new StringBuilder(text);
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      int at = random.nextInt(broken.length());
      switch (random.nextInt(4)) {
        case 0 -> broken.deleteCharAt(at);
        case 1 -> broken.insert(at, "\"{}[],:\\\u0000\uD800é".charAt(random.nextInt(11)));
        case 2 -> broken.insert(at, broken.substring(at, Math.min(broken.length(), at + 9)));
        default -> broken.setLength(Math.max(1, at));
      }
    }
    return broken.toString();
  }

  /// One value becomes something else.
  private ObjectNode odd(ObjectNode document) {
    ObjectNode at = document;
    while (true) {
      var names = List.copyOf(at.properties());
      var name = names.get(random.nextInt(names.size())).getKey();
      if (name.equals("id")) {
        continue;
      }
      if (random.nextBoolean() && at.get(name) instanceof ObjectNode inner && !inner.isEmpty()) {
        at = inner;
      } else if (random.nextBoolean()
          && at.get(name) instanceof ArrayNode list
          && list.get(0) instanceof ObjectNode inner) {
        at = inner;
      } else {
        replace(at, name);
        return document;
      }
    }
  }

  private void replace(ObjectNode at, String name) {
    switch (random.nextInt(9)) {
      case 0 -> at.putNull(name);
      case 1 -> at.put(name, -1e300);
      case 2 -> at.put(name, true);
      case 3 -> at.put(name, "");
      case 4 -> at.put(name, "x\u0000\uD800<script>".repeat(50));
      case 5 -> at.putArray(name).add(1).addNull().addArray();
      case 6 -> at.putObject(name).putObject(name).put(name, "deep");
      case 7 -> at.remove(name);
      default -> at.put(name, "25:99 31/31/31");
    }
  }
}
