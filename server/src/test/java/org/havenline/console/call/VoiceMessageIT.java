package org.havenline.console.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.havenline.channel.twilio.voice.PlayedRecordings;
import org.havenline.console.Api;
import org.havenline.console.DeskRig;
import org.havenline.console.Person;
import org.havenline.conversation.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Listening at the desk to what a caller left, asked of the API.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VoiceMessageIT {
  private static final byte[] SOUND = PlayedRecordings.tone(8_000, 1, 16, 2);

  private DeskRig rig;

  @BeforeAll
  void open() {
    rig = new DeskRig();
  }

  @AfterAll
  void close() {
    rig.close();
  }

  /// Lucía has her conversation.
  private Person speaks(String name) {
    var person = new Person(rig, name, "es").writes("hola");
    var message = message(person);
    var key = rig.transcripts.key(person.contact).orElseThrow();
    rig.transcripts.writeSound(person.contact, key, message.id(), SOUND);
    rig.redis.call("HSET", rig.keys.message(message.id()), "voice", "there 2");
    return person.isTakenBy("lucia");
  }

  private Message message(Person person) {
    return rig.conversations.messages(person.contact, 0, 1).getFirst();
  }

  private String voice(Person person) {
    return "/conversations/" + person.contact + "/messages/" + message(person).id() + "/voice";
  }

  private String shown(Api api, Person person) {
    return api.get("/conversations/" + person.contact + "/messages").body().toString();
  }

  private long listenings(Person person) {
    var entries = rig.signedIn("jonas").get("/audit").body().getJsonArray("entries");
    return entries.stream()
        .map(Object::toString)
        .filter(entry -> entry.contains("listened to a voice message"))
        .filter(entry -> entry.contains("contact " + person.contact) && entry.contains("lucia"))
        .count();
  }

  @Test
  void itsOwnerListensAndEachTimeIsNoted() {
    var person = speaks("OWNER");
    var lucia = rig.signedIn("lucia");
    assertThat(shown(lucia, person)).contains("\"state\":\"there\",\"heard\":false,\"seconds\":2");
    var answer = lucia.get(voice(person));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).hasValue("audio/wav");
    assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
    assertThat(answer.headers().firstValue("content-length"))
        .hasValue(Integer.toString(SOUND.length));
    assertThat(shown(lucia, person)).contains("\"heard\":true");
    assertThat(listenings(person)).isEqualTo(1);
    lucia.get(voice(person));
    assertThat(listenings(person)).isEqualTo(2);
  }

  @Test
  void partsOfItAreGivenAsBrowsersAskForThem() {
    var person = speaks("RANGE");
    var lucia = rig.signedIn("lucia");
    var last = SOUND.length - 1;
    assertThat(part(lucia, person, "bytes=0-")).isEqualTo("206 bytes 0-" + last + "/" + (last + 1));
    assertThat(part(lucia, person, "bytes=100-199")).isEqualTo("206 bytes 100-199/" + SOUND.length);
    assertThat(part(lucia, person, "bytes=-5"))
        .isEqualTo("206 bytes " + (last - 4) + "-" + last + "/" + SOUND.length);
    assertThat(part(lucia, person, "bytes=99999999-")).isEqualTo("416 bytes */" + SOUND.length);
    assertThat(part(lucia, person, "bytes=1-2,4-5")).isEqualTo("200 ");
    assertThat(part(lucia, person, "bytes=-")).isEqualTo("200 ");
  }

  private String part(Api api, Person person, String range) {
    var answer = api.send("GET", voice(person), null, "range", range);
    return answer.status() + " " + answer.headers().firstValue("content-range").orElse("");
  }

  @Test
  void nobodyElseListensWhateverTheRole() {
    var person = speaks("ALIEN");
    assertThat(rig.signedIn("tomas").get(voice(person)).status()).isEqualTo(404);
    assertThat(rig.signedIn("miriam").get(voice(person)).status()).isEqualTo(404);
    assertThat(rig.signedIn("jonas").get(voice(person)).status()).isEqualTo(403);
    assertThat(new Api(rig.url).get(voice(person)).status()).isEqualTo(401);
    assertThat(listenings(person)).isZero();
    assertThat(message(person).heard()).isFalse();
  }

  @Test
  void aMessageOfAnotherConversationIsNotReachedThroughOnesOwn() {
    var hers = speaks("HERS");
    var other = speaks("OTHER");
    var crossed = "/conversations/" + hers.contact + "/messages/" + message(other).id() + "/voice";
    assertThat(rig.signedIn("lucia").get(crossed).status()).isEqualTo(404);
  }

  @Test
  void aTextHasNoSound() {
    var person = new Person(rig, "TEXT", "es").writes("hola").isTakenBy("lucia");
    assertThat(rig.signedIn("lucia").get(voice(person)).status()).isEqualTo(404);
    assertThat(shown(rig.signedIn("lucia"), person)).doesNotContain("\"voice\"");
  }
}
