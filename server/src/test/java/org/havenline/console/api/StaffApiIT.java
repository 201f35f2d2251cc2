package org.havenline.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.havenline.console.Api;
import org.havenline.console.DeskRig;
import org.havenline.console.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The staff API as its contract says it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StaffApiIT {
  private static final String KEY = "0123456789abcdef";

  private DeskRig rig;
  private Api nadia;
  private Api lucia;

  @BeforeAll
  void open() {
    rig = new DeskRig();
    nadia = rig.signedIn("nadia");
    lucia = rig.signedIn("lucia");
  }

  @AfterAll
  void close() {
    rig.close();
  }

  private static JsonObject reply(String text, String key) {
    return new JsonObject().put("text", text).put("key", key);
  }

  @Test
  void anAnswerIsWrittenOnceUnderItsKey() {
    new Person(rig, "once", "ar").writes("x").isTakenBy("nadia");
    var first = nadia.post("/conversations/c-once/messages", reply("here", KEY));
    var again = nadia.post("/conversations/c-once/messages", reply("changed", KEY));
    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(first.body().getString("state")).isEqualTo("queued");
    assertThat(first.body().getString("key")).isEqualTo(KEY);
    assertThat(nadia.get("/conversations/c-once/messages?after=1").body().getJsonArray("messages"))
        .hasSize(1);
  }

  @Test
  void anothersConversationAnswersAsOneThatDoesNotExist() {
    new Person(rig, "hers", "ar").writes("secret").isTakenBy("nadia");
    for (var path :
        List.of(
            "/contacts/%s", "/conversations/%s/messages", "/conversations/%s/messages?after=0")) {
      var foreign = lucia.get(path.formatted("c-hers"));
      var missing = lucia.get(path.formatted("c-nobody"));
      assertThat(foreign.status()).isEqualTo(404);
      assertThat(foreign.body()).isEqualTo(missing.body());
    }
    var foreign = lucia.post("/conversations/c-hers/messages", reply("x", KEY));
    var missing = lucia.post("/conversations/c-nobody/messages", reply("x", KEY));
    assertThat(foreign.status()).isEqualTo(409);
    assertThat(foreign.body()).isEqualTo(missing.body());
    assertThat(
            lucia
                .post("/conversations/c-hers/close", new JsonObject().put("disposition", "test"))
                .status())
        .isEqualTo(409);
    assertThat(rig.signedIn("miriam").get("/conversations/c-hers/messages").status())
        .as("nor does a supervisor read it")
        .isEqualTo(404);
  }

  @Test
  void anOfferIsForTheOneWhoIsAsked() {
    rig.presence.available(new org.havenline.contact.ResponderId("nadia"));
    var offer = new Person(rig, "offered", "ar").writes("x").isOfferedTo("nadia");
    assertThat(lucia.send("POST", "/offers/" + offer + "/accept", null).status()).isEqualTo(409);
    assertThat(nadia.send("POST", "/offers/" + offer + "/accept", null).status()).isEqualTo(200);
    assertThat(nadia.send("POST", "/offers/" + offer + "/accept", null).status()).isEqualTo(200);
    assertThat(nadia.post("/offers/" + offer + "/decline", new JsonObject()).status())
        .isEqualTo(409);
  }

  @Test
  void whoAcceptsSecondIsToldThatAColleagueHasIt() {
    for (var one : List.of("nadia", "lucia")) {
      rig.presence.available(new org.havenline.contact.ResponderId(one));
    }
    var offer = new Person(rig, "wanted", "ar").writes("x").isOfferedTo("nadia", "lucia");
    assertThat(lucia.get("/contacts/c-wanted").body().getJsonObject("offer").getString("id"))
        .isEqualTo(offer.toString());
    assertThat(nadia.send("POST", "/offers/" + offer + "/accept", null).status()).isEqualTo(200);

    var second = lucia.send("POST", "/offers/" + offer + "/accept", null);
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.body().getString("title")).isEqualTo("A colleague has taken this contact");
    assertThat(lucia.get("/contacts/c-wanted").status()).isEqualTo(404);
    assertThat(rig.signedIn("amara").send("POST", "/offers/" + offer + "/accept", null).body())
        .as("who was not asked is not told")
        .doesNotContain(java.util.Map.entry("title", second.body().getString("title")));
  }

  @Test
  void aDeclinedOfferGoesBackToTheQueue() {
    rig.presence.available(new org.havenline.contact.ResponderId("nadia"));
    var person = new Person(rig, "declined", "ar").writes("x");
    var offer = person.isOfferedTo("nadia");
    var reason = new JsonObject().put("reason", "distress");
    assertThat(nadia.post("/offers/" + offer + "/decline", reason).status()).isEqualTo(204);
    assertThat(lucia.get("/contacts?state=queued").body().encode()).contains("c-declined");
  }

  private static JsonObject wishes(String responder) {
    var avoid =
        new JsonObject()
            .put("responders", new JsonArray().add(responder))
            .put("communities", new JsonArray());
    return new JsonObject()
        .put("genders", new JsonArray().add("woman"))
        .put("minor", false)
        .put("avoid", avoid);
  }

  private static int put(Api who, String contact, JsonObject wishes) {
    return who.send("PUT", "/contacts/" + contact + "/wishes", wishes.encode()).status();
  }

  @Test
  void whomSheDoesNotWantLearnsNothingOfHer() {
    new Person(rig, "wary", "ar").writes("x").isTakenBy("nadia");
    assertThat(put(lucia, "c-wary", wishes("tomas"))).as("never hers").isEqualTo(404);
    assertThat(put(nadia, "c-wary", wishes("nobody"))).as("no such responder").isEqualTo(400);
    assertThat(put(nadia, "c-wary", wishes("lucia"))).isEqualTo(204);
    assertThat(nadia.get("/contacts/c-wary").body().getJsonObject("wishes"))
        .isEqualTo(wishes("lucia"));

    assertThat(nadia.send("POST", "/contacts/c-wary/return", null).status()).isEqualTo(204);
    assertThat(nadia.send("POST", "/contacts/c-wary/return", null).status()).isEqualTo(409);

    assertThat(lucia.get("/contacts/c-wary").status()).isEqualTo(404);
    assertThat(lucia.get("/contacts").body().encode()).doesNotContain("c-wary");
    var other = rig.signedIn("amara").get("/contacts/c-wary").body();
    assertThat(other.getString("state")).isEqualTo("queued");
    assertThat(other.encode()).as("whom she avoids is not told around").doesNotContain("lucia");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{\"text\":\"x\"}",
        "{\"text\":\"\",\"key\":\"0123456789abcdef\"}",
        "{\"text\":7,\"key\":\"0123456789abcdef\"}",
        "{\"text\":\"x\",\"key\":\"short\"}",
        "{\"text\":\"x\",\"key\":\"0123456789abcdef\",\"more\":1}"
      })
  void whatTheContractDoesNotKnowIsRefusedWithoutRepeatingIt(String body) {
    var answer = nadia.send("POST", "/conversations/c-x/messages", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    assertThat(answer.body().getString("detail")).doesNotContain("0123456789abcdef");
  }

  @ParameterizedTest
  @ValueSource(strings = {"after=-1", "after=x", "after=99999999999", "after=1e999", "after="})
  void aNumberThatIsNoneIsRefused(String query) {
    assertThat(nadia.get("/conversations/c-x/messages?" + query).status()).isEqualTo(400);
  }

  @Test
  void deepAndLargeBodiesAreRefused() {
    var deep = "{\"text\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}";
    assertThat(nadia.send("POST", "/conversations/c-x/messages", deep).status()).isEqualTo(400);
    var large = reply("x".repeat(100_000), KEY).encode();
    assertThat(nadia.send("POST", "/conversations/c-x/messages", large).status()).isEqualTo(413);
  }

  @Test
  void theContractIsServedWithItsAddress() {
    var contract = new Api(rig.url).get("/openapi.json").body();
    assertThat(contract.getJsonArray("servers").encode()).contains(rig.url + "/api/v1");
    assertThat(contract.encode()).contains("application/problem+json");
  }

  @Test
  void aWriteWithTheCookieMustComeFromOurPage() {
    var cookie = "__Host-desk=" + nadia.token();
    var anonymous = new Api(rig.url);
    var body = "{\"state\":\"away\"}";
    assertThat(
            anonymous
                .send("PUT", "/me/presence", body, "cookie", cookie, "origin", rig.url.toString())
                .status())
        .isEqualTo(200);
    assertThat(
            anonymous
                .send(
                    "PUT", "/me/presence", body, "cookie", cookie, "sec-fetch-site", "same-origin")
                .status())
        .isEqualTo(200);
    for (var origin :
        List.of("null", "https://evil.example", rig.url + ".evil.example", "http://localhost")) {
      assertThat(
              anonymous
                  .send("PUT", "/me/presence", body, "cookie", cookie, "origin", origin)
                  .status())
          .as(origin)
          .isEqualTo(403);
    }
    assertThat(anonymous.send("PUT", "/me/presence", body, "cookie", cookie).status())
        .isEqualTo(403);
    assertThat(
            anonymous
                .send("PUT", "/me/presence", body, "cookie", cookie, "sec-fetch-site", "same-site")
                .status())
        .isEqualTo(403);
  }

  @Test
  void theCookieIsForThisHostAloneAndNotForScripts() {
    var answer =
        new Api(rig.url)
            .post(
                "/sessions",
                new JsonObject().put("username", "lucia").put("password", rig.password("lucia")));
    assertThat(answer.headers().firstValue("set-cookie").orElseThrow())
        .startsWith("__Host-desk=")
        .contains("; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Strict")
        .doesNotContain("Domain");
    assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
  }
}
