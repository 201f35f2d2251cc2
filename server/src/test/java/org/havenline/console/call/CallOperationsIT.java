package org.havenline.console.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.havenline.channel.voice.call.CallId;
import org.havenline.channel.voice.call.Caller;
import org.havenline.channel.voice.talk.Guest.Kind;
import org.havenline.channel.voice.talk.Guest.Way;
import org.havenline.channel.voice.talk.Guests;
import org.havenline.console.Api;
import org.havenline.console.DeskRig;
import org.havenline.console.Person;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.ResponderId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A call at the desk, asked of the API: what is written down, for whom, and what is refused.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallOperationsIT {
  private DeskRig rig;

  @BeforeAll
  void open() {
    rig = new DeskRig();
  }

  @AfterAll
  void close() {
    rig.close();
  }

  /// She talks with Lucía.
  private String talks(String name) {
    var person = new Person(rig, name, "es").writes("hola").isTakenBy("lucia");
    var call =
        rig.calls()
            .begin(new CallId("CA" + name), Caller.of("anonymous"), "+15005550006", List.of("es"));
    var contact = rig.contacts.find(person.contact).orElseThrow();
    rig.redis.call(
        "HSET", rig.keys.contact(contact.id()), "channel", "VOICE", "person", call.person());
    leg(name, call.id(), contact, "lucia");
    return "/contacts/" + contact.id() + "/call";
  }

  /// Of one who has pressed 1.
  private void leg(String name, CallId call, Contact contact, String whom) {
    rig.redis.call(
        "HSET",
        rig.keys.of("leg:L" + name),
        "call",
        call,
        "contact",
        contact.id(),
        "epoch",
        contact.epoch(),
        "responder",
        whom,
        "at",
        0,
        "state",
        "joined",
        "rank",
        3,
        "sid",
        "CAleg" + name,
        "why",
        "");
    rig.redis.call("RPUSH", rig.keys.of("legs:" + call), "L" + name);
  }

  private static JsonObject seen(Api api, String call) {
    var answer = api.get(call);
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void herResponderPutsHerOnHoldAndMutesHimself() {
    var call = talks("HOLD");
    var lucia = rig.signedIn("lucia");
    assertThat(seen(lucia, call).getBoolean("talking")).isTrue();
    assertThat(lucia.send("PUT", call, "{\"held\":true,\"muted\":true}").status()).isEqualTo(204);
    assertThat(seen(lucia, call).getBoolean("held")).isTrue();
    assertThat(seen(lucia, call).getBoolean("muted")).isTrue();
    assertThat(lucia.send("PUT", call, "{\"held\":false}").status()).isEqualTo(204);
    assertThat(seen(rig.signedIn("miriam"), call).getBoolean("held")).isFalse();
  }

  @Test
  void othersSeeAndDoNothing() {
    var call = talks("ALIEN");
    var tomas = rig.signedIn("tomas");
    assertThat(tomas.get(call).status()).isEqualTo(404);
    assertThat(tomas.send("PUT", call, "{\"held\":true}").status()).isEqualTo(409);
    assertThat(tomas.send("POST", call + "/transfer", "{}").status()).isEqualTo(409);
    assertThat(tomas.send("PUT", call + "/supervisor", "{\"way\":\"listen\"}").status())
        .isEqualTo(403);
  }

  @Test
  void emergencyServicesNeedAReasonAndANumberInTheTables() {
    var call = talks("URGENT");
    var lucia = rig.signedIn("lucia");
    var without = lucia.send("POST", call + "/guests", "{\"kind\":\"emergency\"}");
    assertThat(without.status()).isEqualTo(400);
    var free = lucia.send("POST", call + "/guests", "{\"kind\":\"emergency\",\"reason\":\"x\"}");
    assertThat(free.status()).isEqualTo(400);
    var nobody =
        lucia.send("POST", call + "/guests", "{\"kind\":\"emergency\",\"reason\":\"injured\"}");
    assertThat(nobody.status()).isEqualTo(409);
  }

  @Test
  void aSupervisorWhoAsksIntoACallStandsInTheAuditLog() {
    var call = talks("HEARD");
    rig.signedIn("miriam").send("PUT", call + "/supervisor", "{\"way\":\"listen\"}");
    var last = rig.signedIn("jonas").get("/audit").body().getJsonArray("entries").toString();
    assertThat(last).contains("asked to come into a call", "listen", "miriam");
  }

  @Test
  void howASupervisorTakesPartIsSeenAsItIs() {
    var call = talks("STANDS");
    var miriam = rig.signedIn("miriam");
    assertThat(seen(miriam, call).getBoolean("announced")).isTrue();
    var contact = rig.contacts.find(new ContactId(call.split("/", -1)[2])).orElseThrow();
    var id = new CallId("CASTANDS");
    new Guests(rig.redis, rig.keys, InstantSource.system())
        .invite(
            id, contact, Optional.empty(), Kind.SUPERVISOR, Way.WHISPER, new ResponderId("miriam"));
    var guest = rig.redis.call("LINDEX", rig.keys.of("guests:" + id), 0).text();
    assertThat(supervisor(miriam, call)).isEqualTo("ringing");
    rig.redis.call("HSET", rig.keys.of("guest:" + guest), "leg", "LS");
    leg("S", id, contact, "miriam");
    rig.redis.call("HSET", rig.keys.of("leg:LS"), "guest", guest);
    assertThat(supervisor(miriam, call)).isEqualTo("waiting");
    rig.redis.call("HSET", rig.keys.of("leg:LS"), "room", "LSTANDS");
    assertThat(supervisor(miriam, call)).isEqualTo("there nobody");
    rig.redis.call("HSET", rig.keys.of("talk:" + id), "seat CAlegS", "LSTANDS|CAlegSTANDS");
    assertThat(supervisor(miriam, call)).isEqualTo("there responder");
    rig.redis.call("HSET", rig.keys.of("talk:" + id), "seat CAlegS", "LSTANDS|open");
    assertThat(supervisor(miriam, call)).isEqualTo("there all");
    assertThat(supervisor(rig.signedIn("lucia"), call)).isEqualTo("there all");
    assertThat(miriam.send("DELETE", call + "/guests/" + guest, "").status()).isEqualTo(204);
    assertThat(supervisor(miriam, call)).isEqualTo("over");
  }

  private static String supervisor(Api api, String call) {
    var one = seen(api, call).getJsonArray("guests").getJsonObject(0);
    return (one.getString("state") + " " + one.getString("heardBy", "")).strip();
  }

  @Test
  void backInTheQueueSheIsNotHisAnyMore() {
    var call = talks("BACK");
    var lucia = rig.signedIn("lucia");
    assertThat(lucia.send("POST", call + "/transfer", "{\"language\":\"fr\"}").status())
        .isEqualTo(204);
    var contact = call.split("/", -1)[2];
    assertThat(rig.redis.call("HGET", rig.keys.of("contact:" + contact), "language").text())
        .isEqualTo("fr");
    assertThat(rig.redis.call("HGET", rig.keys.of("contact:" + contact), "state").text())
        .isEqualTo("queued");
    assertThat(lucia.get(call).status()).isEqualTo(404);
  }
}
