package org.havenline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.havenline.rehearsal.scenario.ScenarioFile;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.Finding;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.RoutingTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Scenarios are read strictly; what the README shows can be used as it stands.
class ScenarioFileTest {
  private static final Path FOLDER = Path.of("../routing-config/scenarios");
  private static final String SOUND =
      """
      line: demo
      from: 2026-11-23
      days: 2
      arrivals: {recorded: arrivals.csv}
      """;
  private static final String CSV =
      """
      arrived,channel,language,risk,country,minor,wishes
      2026-11-23T20:15,sms,es,high,US,no,woman
      """;

  private final RoutingTables tables = Stage.shipped();

  private List<Finding> findings(String yaml, String csv) {
    return switch (Stage.read(yaml, tables, csv)) {
      case ScenarioFile.Reading.Sound _ -> List.of();
      case ScenarioFile.Reading.Faulty(var findings) -> findings;
    };
  }

  @Test
  void everyExampleOfTheReadmeIsSound() throws IOException {
    var readme = Files.readString(FOLDER.resolve("README.md"));
    var csv = Pattern.compile("```csv\n(.*?)```", Pattern.DOTALL).matcher(readme);
    assertThat(csv.find()).isTrue();
    var yaml = Pattern.compile("```yaml\n(line:.*?)```", Pattern.DOTALL).matcher(readme);
    int examples = 0;
    while (yaml.find()) {
      assertThat(findings(yaml.group(1), csv.group(1))).isEmpty();
      examples++;
    }
    assertThat(examples).isEqualTo(2);
  }

  @Test
  void theShippedWeekIsSoundAndAsLargeAsItSays() throws IOException {
    var week = Stage.scenario(Files.readString(FOLDER.resolve("week.yaml")), tables);
    // 900, and two surges on top; Poisson: 5 standard deviations
    assertThat(week.arrivals().size()).isBetween(900, 1400);
    long spanish =
        week.arrivals().stream()
            .filter(one ->
                one.triage().language().equals("es") && one.triage().risk() == RiskLevel.HIGH)
            .count();
    assertThat(spanish).isGreaterThan(20);
  }

  @Test
  void recordedArrivalsAreTakenAsTheyWere() {
    var one = Stage.scenario(SOUND, tables, CSV).arrivals().getFirst();
    assertThat(one.at()).hasToString("2026-11-24T01:15:00Z");
    assertThat(one.triage().channel()).isEqualTo(Channel.SMS);
    assertThat(one.triage().wishes()).hasToString("[WOMAN]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          days: 2        | days: 0                  | 3 | 'days' must be a whole number
          days: 2        | days: 4000               | 3 | 'days' must be a whole number
          line: demo     | line: dmeo               | 1 | there is no line 'dmeo'
          from: 2026-11-23 | from: 23.11.2026       | 2 | this is not a date
          from: 2026-11-23 | from: 2026-01-01       | 4 | nobody comes in these days
          days: 2        | dais: 2                  | 3 | unknown key 'dais'
          days: 2        | handling: [{median: 5m, channel: sms}] | 3 | not said how long for everyone else
          days: 2        | handling: [{spread: 1}]  | 3 | it is not said how long
          days: 2        | patience: [{mean: 5m, spread: 1}] | 3 | it is not said how long
          days: 2        | "responders: {shifts: [{who: [lucai], days: [mon], from: '08:00', until: '09:00'}]}" | 3 | there is no responder 'lucai'
          days: 2        | "responders: {shifts: [{who: [lucia], days: [monday], from: '08:00', until: '25:00'}]}" | 3 | not a day of the week
          days: 2        | "responders: {declines: 200}" | 3 | this number is not understood
          recorded: arrivals.csv | recorded: other.csv | 4 | this file cannot be read
          arrivals: {recorded: arrivals.csv} | arrivals: {a-week: 900, hours: [1, 2]} | 4 | there are 2 hours
          arrivals: {recorded: arrivals.csv} | arrivals: {a-week: 999999} | 4 | too many contacts
          arrivals: {recorded: arrivals.csv} | arrivals: {a-week: 900, risks: {high: 0}} | 4 | weighs nothing
          arrivals: {recorded: arrivals.csv} | arrivals: {a-week: 9, surges: [{from: 2026-11-24T02:00, until: 2026-11-24T01:00, times: 2}]} | 4 | ends before it begins
          """)
  void aFaultIsFoundWithItsLine(String old, String wrong, int line, String fault) {
    assertThat(SOUND).contains(old);
    var found = findings(SOUND.replace(old, wrong), CSV);
    assertThat(found)
        .anySatisfy(one -> {
          assertThat(one.line()).isEqualTo(line);
          assertThat(one.fault()).contains(fault);
          assertThat(one.remedy()).isNotEmpty();
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          minor,wishes | minor,text  | 1
          channel      | chanel      | 1
          sms,es       | fax,es      | 2
          es,high      | not a tag,high | 2
          high,US      | urgent,US   | 2
          T20:15       | T99:15      | 2
          no,woman     | perhaps,woman | 2
          no,woman     | no,woman,+12025550199 | 2
          """)
  void aRecordingIsReadStrictlyAndNeverRepeated(String old, String wrong, int line) {
    var found = findings(SOUND, CSV.replace(old, wrong));
    assertThat(found).anySatisfy(one -> assertThat(one.line()).isEqualTo(line));
    assertThat(found.toString()).doesNotContain("+12025550199");
  }

  @Test
  void twoThousandBrokenScenariosGiveFindingsAndNeverMore() throws IOException {
    long seed = 20261124;
    System.out.println("seed " + seed);
    var random = new SplittableRandom(seed);
    var sound = Files.readString(FOLDER.resolve("week.yaml"));
    for (int i = 0; i < 2_000; i++) {
      var broken = new StringBuilder(sound);
      for (int j = random.nextInt(1, 4); j > 0; j--) {
        int at = random.nextInt(broken.length() - 10);
        switch (random.nextInt(3)) {
          case 0 -> broken.delete(at, at + random.nextInt(1, 10));
          case 1 -> broken.insert(at, "{}[]:,-0z\"'&*\n ".charAt(random.nextInt(15)));
          default -> broken.setCharAt(at, (char) random.nextInt(1, 0x2000));
        }
      }
      if (Stage.read(broken.toString(), tables, CSV)
          instanceof ScenarioFile.Reading.Faulty(var all)) {
        assertThat(all).isNotEmpty().allSatisfy(one -> assertThat(one.remedy()).isNotEmpty());
      }
    }
  }
}
