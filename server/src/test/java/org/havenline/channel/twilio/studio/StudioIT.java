package org.havenline.channel.twilio.studio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.havenline.channel.twilio.PublicUrl;
import org.havenline.channel.twilio.SimulatedRest;
import org.havenline.channel.twilio.TwilioSignature;
import org.havenline.channel.twilio.voice.PromptSound;
import org.havenline.channel.voice.prompt.FileRecordings;
import org.havenline.channel.voice.prompt.Numbers;
import org.havenline.channel.voice.prompt.Recordings;
import org.havenline.channel.voice.prompt.Studio;
import org.havenline.http.FormBody;
import org.havenline.http.Request;
import org.havenline.http.Response;
import org.havenline.simulator.voice.Incoming;
import org.havenline.simulator.voice.Switchboard;
import org.havenline.simulator.voice.call.Call;
import org.havenline.simulator.voice.network.OwnNumber;
import org.havenline.simulator.voice.network.Settings;
import org.havenline.simulator.voice.party.Party;
import org.havenline.simulator.voice.party.Script;
import org.havenline.simulator.voice.time.VirtualTimeline;
import org.havenline.simulator.voice.web.WebReply;
import org.havenline.simulator.voice.web.WebRequest;
import org.havenline.simulator.web.Asked;
import org.havenline.simulator.web.Form;
import org.havenline.simulator.web.Reply;
import org.havenline.simulator.webhook.Signature;
import org.havenline.testing.Line;
import org.havenline.testing.LineTest;
import org.havenline.translations.Reading;
import org.havenline.translations.Texts;
import org.havenline.translations.spoken.Sentence;
import org.havenline.translations.spoken.SoundFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An administrator records by telephone, with the simulator as Twilio; and nobody else ever does.
class StudioIT extends LineTest {
  private static final String HERS = "+12025550143";
  private static final String OURS = "+15005550006";
  private static final String ACCOUNT = "AC00000000000000000000000000000001";
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";
  private static final String BASE = "https://line.example.org";
  private static final Texts TEXTS = ((Reading.Sound) Texts.shipped()).texts();
  private static final Sentence FIRST = TEXTS.script("prs").sentences().getFirst();

  private VirtualTimeline time;
  private Switchboard twilio;
  private Studio studio;
  private Recordings recordings;
  private StudioWebhook webhook;

  @BeforeEach
  void open() {
    time = new VirtualTimeline(line.clock.instant());
    var own = new OwnNumber(BASE + "/twilio/voice", Optional.empty(), Optional.empty());
    twilio =
        new Switchboard(
            time,
            this::serve,
            Settings.usual(ACCOUNT, TOKEN, OURS, own),
            _ -> Script.neverAnswers(),
            new SplittableRandom(1));
    studio = new Studio(line.redis, Line.KEYS, line.pseudonyms, new SecureRandom(), line.clock);
    recordings =
        new Recordings(line.redis, Line.KEYS, new FileRecordings(SoundFiles.SHIPPED), line.clock);
    var rest = SimulatedRest.client(twilio.rest(), ACCOUNT, TOKEN);
    var rooms =
        new StudioWebhook.Rooms(
            studio,
            recordings,
            new TwilioTapes(rest, this::media),
            new Numbers(() -> List.of("prs", "so"), TEXTS::script));
    var url = new PublicUrl(BASE);
    webhook =
        new StudioWebhook(
            new TwilioSignature(url, () -> List.of(TOKEN)),
            url,
            rooms,
            Line.KEYS.line(),
            _ -> Response.of(200, "text/xml", "<Response><Say>A caller.</Say></Response>"));
  }

  private Optional<byte[]> media(String sid) {
    var pair = Base64.getEncoder().encodeToString((ACCOUNT + ":" + TOKEN).getBytes(UTF_8));
    var path = "/2010-04-01/Accounts/" + ACCOUNT + "/Recordings/" + sid + ".wav";
    try {
      var asked = new Asked("GET", path, Map.of(), Form.EMPTY, Optional.of("Basic " + pair), "");
      return twilio.rest().answer(asked) instanceof Reply.Sound(var wav)
          ? Optional.of(wav)
          : Optional.empty();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private WebReply serve(WebRequest asked) {
    var target = asked.url().substring(BASE.length());
    var answer = answer(asked.method(), target, asked.form(), asked.signature());
    var type = answer.headers().getOrDefault("content-type", "");
    return new WebReply(answer.status(), type, WebReply.body(type, answer.body()));
  }

  private Response answer(String method, String target, Form form, String signature) {
    var request =
        new Request(
            method,
            target,
            target.replaceFirst("\\?.*", ""),
            Map.of("x-twilio-signature", List.of(signature)),
            Map.of(),
            FormBody.ofQuery(target).text(),
            form.encoded().getBytes(UTF_8));
    return method.equals("GET")
        ? new PromptSound(Map.of(), recordings).answer(request)
        : webhook.answer(request);
  }

  private Call calls(String from, Party party) {
    var call = twilio.dial(new Incoming(from, OURS), party);
    time.pass(Duration.ofMinutes(2));
    assertThat(twilio.ledger().faults()).isEmpty();
    return call;
  }

  private List<String> heard(Call call) {
    return twilio.ledger().heardBy(call.sid());
  }

  /// Enters this code, reads one sentence for two seconds, and presses a last key.
  private static Script reads(String code, String number, String last) {
    var second = Duration.ofSeconds(1);
    return Script.person()
        .hearing("enter your code", phone -> phone.press(second, code))
        .hearing("Enter the number", phone -> phone.press(second, number + "#"))
        .hearing("after the tone", phone -> phone.press(second.multipliedBy(6), "#"))
        .hearing("To keep it", phone -> phone.press(second, last))
        .hangUp(Duration.ofSeconds(90));
  }

  @Test
  void whatSheReadsAndKeepsIsHeardAndLiesNowhereElse() {
    var code = studio.open("jonas", HERS);
    var call = calls(HERS, reads(code, "101", "1"));
    assertThat(heard(call))
        .contains("It is kept. Enter the number of a sentence, then press the hash key.");
    var recording = recordings.of(FIRST).orElseThrow();
    assertThat(recording.by()).isEqualTo("jonas");
    assertThat(heard(call)).as("she heard it before").anyMatch(one -> one.contains(recording.id()));
    assertThat(twilio.ledger().recordings()).isNotEmpty();
    assertThat(twilio.ledger().kept()).as("deleted at Twilio").isEmpty();
    line.clock.move(Duration.ofMinutes(6));
    assertThat(studio.lying()).isEmpty();
  }

  @Test
  void whatSheDoesNotKeepIsNotHeard() {
    var code = studio.open("jonas", HERS);
    calls(HERS, reads(code, "101", "3"));
    assertThat(recordings.of(FIRST)).isEmpty();
    assertThat(twilio.ledger().kept()).isEmpty();
  }

  @Test
  void aNumberThatIsNoSentenceIsSaidAndNothingIsRecorded() {
    var code = studio.open("jonas", HERS);
    var call = calls(HERS, reads(code, "999", "1"));
    assertThat(heard(call)).anyMatch(words -> words.startsWith("There is no such number."));
    assertThat(twilio.ledger().recordings()).isEmpty();
  }

  @Test
  void whoeverHasNotTheCodeIsACaller() {
    studio.open("jonas", HERS);
    var wrong = calls(HERS, reads("00000000", "101", "1"));
    assertThat(heard(wrong)).contains("A caller.");
    var silent = calls(HERS, Script.person().hangUp(Duration.ofSeconds(60)));
    assertThat(heard(silent)).contains("A caller.");
    var other = calls("+12025550144", Script.person().hangUp(Duration.ofSeconds(60)));
    assertThat(heard(other)).containsExactly("A caller.");
    var withheld = calls("anonymous", Script.person().hangUp(Duration.ofSeconds(60)));
    assertThat(heard(withheld)).containsExactly("A caller.");
    assertThat(twilio.ledger().recordings()).isEmpty();
  }

  @Test
  void fiveWrongCodesCloseItAndACodeWorksOnce() {
    var code = studio.open("jonas", HERS);
    for (int i = 0; i < 5; i++) {
      assertThat(studio.awaits(HERS)).isTrue();
      assertThat(studio.enter("CA1", HERS, "wrong")).isFalse();
    }
    assertThat(studio.awaits(HERS)).isFalse();
    assertThat(studio.enter("CA1", HERS, code)).isFalse();
    var again = studio.open("jonas", HERS);
    assertThat(studio.enter("CA1", HERS, again)).isTrue();
    assertThat(studio.enter("CA2", HERS, again)).isFalse();
    assertThat(studio.who("CA1")).hasValue("jonas");
    assertThat(studio.who("CA2")).isEmpty();
  }

  /// Whatever is asked for by a call that entered no code: no document records.
  @Test
  void noOtherCallIsEverRecorded() {
    studio.open("jonas", HERS);
    for (var path : List.of("number", "taken?s=101", "kept?s=101", "tape", "x", "number?s=101")) {
      var target = "/twilio/studio/" + path;
      var form = Form.EMPTY.and("CallSid", "CA9").and("Digits", "101").and("RecordingSid", "RE9");
      var signed = new WebRequest("POST", BASE + target, form, new Signature(TOKEN));
      assertThat(new String(answer("POST", target, form, signed.signature()).body(), UTF_8))
          .as(path)
          .doesNotContain("Record", "Gather");
      assertThat(answer("POST", target, form, "forged").status()).as(path).isEqualTo(403);
    }
  }

  @Test
  void whatCouldNotBeDeletedIsDeletedWithTheNextVisit() {
    studio.lies("RE-gone-already");
    line.clock.move(Duration.ofMinutes(6));
    assertThat(studio.lying()).hasSize(1);
    var code = studio.open("jonas", HERS);
    calls(HERS, reads(code, "999", "1"));
    assertThat(studio.lying()).isEmpty();
  }
}
