package org.havenline.channel.twilio.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.havenline.channel.voice.call.CallId;
import org.havenline.channel.voice.prompt.PhoneSound;
import org.havenline.channel.voice.prompt.Recording;
import org.havenline.channel.voice.prompt.Recordings;
import org.havenline.privacy.KeyFolder;
import org.havenline.queue.Tables;
import org.havenline.routingconfig.line.Line;
import org.havenline.simulator.voice.call.Call;
import org.havenline.simulator.voice.ledger.Heard;
import org.havenline.simulator.voice.party.Party;
import org.havenline.simulator.voice.party.Script;
import org.havenline.testing.LineTest;
import org.havenline.translations.Reading;
import org.havenline.translations.Texts;
import org.havenline.translations.spoken.Sentence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Calls in Dari, which no voice of Twilio speaks: what was recorded is played, and nothing else.
class RecordedCallsIT extends LineTest {
  private static final String HERS = "+93701234567";
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final List<Sentence> SCRIPT =
      ((Reading.Sound) Texts.shipped()).texts().script("prs").sentences();

  private final Map<String, Party> phones = new HashMap<>();
  private Recordings recordings;
  private CallWorld world;

  @BeforeEach
  void open(@TempDir Path folder) {
    line.tables = with(line.tables, "prs");
    world =
        new CallWorld(
            line,
            new KeyFolder(folder, true),
            CallWorld.Weather.FAIR,
            number -> phones.getOrDefault(number, Script.neverAnswers()));
    recordings = PlayedRecordings.of(line);
  }

  private static Tables with(Tables of, String language) {
    var line = of.line();
    var languages = Stream.concat(line.languages().stream(), Stream.of(language)).toList();
    var more =
        new Line(
            line.id(),
            line.name(),
            line.numbers(),
            languages,
            line.country(),
            line.timeZone(),
            line.plan(),
            line.hours(),
            line.askLanguage(),
            line.askPlacesAfter(),
            line.dutyPhone(),
            line.talk(),
            line.voicemail());
    return new Tables(of.whole(), more, of.plan(), of.staff(), of.ruling());
  }

  private void record(List<Sentence> sentences) {
    var sound = (PhoneSound.Taken) PhoneSound.of(PlayedRecordings.tone(16_000, 1, 16, 1));
    sentences.forEach(sentence -> recordings.keep(sentence, sound, "jonas"));
    line.clock.move(Duration.ofSeconds(6));
  }

  private String url(String name) {
    var sentence = SCRIPT.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    return recordings.of(sentence).map(this::url).orElse("not recorded: " + name);
  }

  private String url(Recording recording) {
    return "https://line.example.org"
        + PromptSound.path(org.havenline.testing.Line.KEYS.line(), recording);
  }

  private List<String> heard(Call call) {
    return world.twilio.ledger().heardBy(call.sid());
  }

  /// Stays for two minutes and presses this when she hears that.
  private static Script she(String hears, String key) {
    return Script.person()
        .hearing(hears, phone -> phone.press(Duration.ofMillis(300), key))
        .hangUp(Duration.ofMinutes(2));
  }

  @Test
  void sheHearsHerLanguageInTheMenuAndAllThatFollowsInIt() {
    record(SCRIPT);
    // she calls from where Dari is likeliest
    var call = world.calls(HERS, she(url("callLanguage-1"), "1"));
    world.time.pass(MINUTE.multipliedBy(3));
    assertThat(heard(call)).contains(url("callLanguage-1"), url("callWaiting"), url("callNext"));
    assertThat(world.rooms.calls().find(new CallId(call.sid())).orElseThrow().language())
        .isEqualTo("prs");
    var afterwards =
        heard(call).subList(heard(call).indexOf(url("callWaiting")), heard(call).size());
    assertThat(afterwards)
        .as("from then on nothing but recordings")
        .allSatisfy(words -> assertThat(words).startsWith("https://"));
    assertThat(lengths(call))
        .as("each was fetched, is a file for telephones, and lasts its second")
        .isNotEmpty()
        .allSatisfy(length -> assertThat(length).isLessThanOrEqualTo(Duration.ofSeconds(1)));
    assertThat(world.broken()).isEmpty();
  }

  private List<Duration> lengths(Call call) {
    return world.twilio.ledger().heard().stream()
        .filter(one -> one.call().equals(call.sid()) && one.to() != null)
        .filter(one -> one.sound().words().startsWith("https://"))
        .map(RecordedCallsIT::length)
        .toList();
  }

  private static Duration length(Heard heard) {
    var to = heard.to();
    return to == null ? Duration.ZERO : Duration.between(heard.from(), to);
  }

  @Test
  void aSentenceThatIsMissingKeepsTheLanguageOutOfTheMenu() {
    record(SCRIPT.subList(1, SCRIPT.size()));
    var call = world.calls(HERS, she("nothing", "1"));
    world.time.pass(MINUTE.multipliedBy(3));
    assertThat(heard(call)).noneMatch(words -> words.startsWith("https://"));
    assertThat(world.broken()).isEmpty();
  }

  @Test
  void whatIsDroppedDuringHerCallIsSaidInTheLinesLanguage() {
    record(SCRIPT);
    var call = world.calls(HERS, she(url("callLanguage-1"), "1"));
    world.time.pass(Duration.ofSeconds(30));
    assertThat(heard(call)).contains(url("callWaiting"));
    recordings.drop(SCRIPT.getLast());
    world.time.pass(MINUTE);
    assertThat(heard(call).getLast()).doesNotStartWith("https://");
    world.time.pass(MINUTE.multipliedBy(2));
    assertThat(world.broken()).isEmpty();
  }

  /// The simulator would see it if what is played could not be fetched.
  @Test
  void aSoundThatIsNotThereIsAFaultInTheLedger() {
    record(SCRIPT);
    var call = world.calls(HERS, she(url("callLanguage-1"), "1"));
    var sounds = line.redis.call("KEYS", org.havenline.testing.Line.KEYS.of("recording:*")).texts();
    sounds.forEach(key -> line.redis.call("DEL", key));
    world.time.pass(MINUTE.multipliedBy(3));
    assertThat(heard(call)).isNotEmpty();
    assertThat(world.broken()).anySatisfy(fault -> assertThat(fault).contains("HTTP 404"));
  }
}
