package org.havenline.console.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.havenline.channel.voice.softphone.CallToken;
import org.havenline.channel.voice.softphone.CallTokens;
import org.havenline.channel.voice.softphone.Phones;
import org.havenline.channel.voice.softphone.Softphone;
import org.havenline.console.DeskRig;
import org.havenline.console.staff.Sessions;
import org.havenline.console.staff.SignedIn;
import org.havenline.contact.LineId;
import org.havenline.contact.ResponderId;
import org.havenline.http.Response;
import org.havenline.routingconfig.staff.Phone;
import org.havenline.routingconfig.staff.Responder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;

/// Who gets a token to be rung by, and what others are told.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallTokenOperationIT {
  private static final CallTokens SAYS_WHOSE =
      identity -> new CallToken("for-" + identity, Instant.EPOCH);

  private DeskRig rig;
  private Phones phones;

  @BeforeAll
  void open() {
    rig = new DeskRig();
    phones = new Phones(rig.pseudonyms, rig.keys.line());
  }

  @AfterAll
  void close() {
    rig.close();
  }

  private Response asks(Softphone softphone, boolean library, String who, Phone phone) {
    var one = rig.tables.responder(who).orElseThrow();
    var member =
        new Responder(
            one.id(),
            one.name(),
            one.roles(),
            one.languages(),
            one.skills(),
            one.capacity(),
            one.gender(),
            Optional.of(phone),
            one.attributes(),
            one.communities());
    var session = new Sessions.Session("t", new ResponderId(who));
    return new CallTokenOperation(softphone, library, rig.presence)
        .issue(new SignedIn(member, session));
  }

  private Softphone softphone(boolean simulated) {
    return new Softphone(phones, Optional.of(SAYS_WHOSE), simulated);
  }

  private static String title(Response refused) {
    assertThat(refused.status()).isEqualTo(409);
    return new JsonObject(new String(refused.body(), UTF_8)).getString("title");
  }

  private Response luciaOnDutyAsks() {
    rig.presence.available(new ResponderId("lucia"));
    return asks(softphone(false), true, "lucia", new Phone.Browser());
  }

  @Test
  void whoIsOnDutyGetsOneForThePseudonymThatIsRung() {
    var answer = luciaOnDutyAsks();
    assertThat(answer.status()).isEqualTo(201);
    var token = new JsonObject(new String(answer.body(), UTF_8)).getString("token");
    assertThat(token).isEqualTo("for-" + phones.identity(new ResponderId("lucia")));
    assertThat(phones.identity(new ResponderId("lucia")))
        .matches("[A-Za-z0-9_]{1,121}")
        .isNotEqualTo(phones.identity(new ResponderId("ruth")))
        .isNotEqualTo(
            new Phones(rig.pseudonyms, new LineId("other")).identity(new ResponderId("lucia")));
  }

  @Test
  void everybodyElseIsToldWhyNot() {
    rig.presence.available(new ResponderId("tomas"));
    rig.presence.away(new ResponderId("ruth"));
    var browser = new Phone.Browser();
    assertThat(title(asks(softphone(false), true, "ruth", browser))).isEqualTo("You are off duty");
    assertThat(title(asks(softphone(false), true, "tomas", new Phone.Telephone("+12025550102"))))
        .isEqualTo("Calls do not ring in this browser");
    assertThat(title(asks(softphone(false), false, "tomas", browser)))
        .isEqualTo("This deployment has no softphone");
    var without = new Softphone(phones, Optional.empty(), false);
    assertThat(title(asks(without, true, "tomas", browser)))
        .isEqualTo("This deployment has no softphone");
    assertThat(title(asks(softphone(true), true, "tomas", browser))).isEqualTo("This is a demo");
  }

  @Test
  void nothingOfATokenStandsInTheLog() {
    var log = (Logger) LoggerFactory.getLogger("ROOT");
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    log.addAppender(lines);
    try {
      luciaOnDutyAsks();
      rig.signedIn("lucia").send("POST", "/call-token", null);
    } finally {
      log.detachAppender(lines);
    }
    var identity = phones.identity(new ResponderId("lucia"));
    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .noneMatch(line -> Set.of("for-R", identity).stream().anyMatch(line::contains));
  }

  @Test
  void theApiRefusesWhoAnswersByTelephone() {
    var answer = rig.signedIn("lucia").send("POST", "/call-token", null);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body().getString("title")).isEqualTo("Calls do not ring in this browser");
    assertThat(rig.signedIn("lucia").get("/me").body().getBoolean("softphone")).isFalse();
  }
}
