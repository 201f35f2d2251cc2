package org.havenline.console.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.havenline.console.Api;
import org.havenline.console.DeskRig;
import org.havenline.console.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Correcting what was understood, by the API.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorrectionApiIT {
  private static final String DEBT = "HIGH es.debt=debt-bondage/HIGH@0-5+";

  private DeskRig rig;

  @BeforeAll
  void open() {
    rig = new DeskRig();
  }

  @AfterAll
  void close() {
    rig.close();
  }

  @Test
  void contactSaysHowSureItsLanguageIsAndWhyItIsWhereItIs() {
    var person = new Person(rig, "sure", "es").writes("debo mucho", DEBT);

    var contact = rig.signedIn("miriam").get("/contacts/" + person.contact).body();

    assertThat(contact.getJsonObject("language").getString("certainty")).isEqualTo("set");
    assertThat(contact.getJsonObject("risk").getBoolean("judged")).isFalse();
    assertThat(contact.getJsonArray("reasons"))
        .containsExactly(
            "Spanish, by her words and her number (95 %)",
            "risk high by signs of debt bondage", "queue all by rule all");
  }

  @Test
  void riskIsLoweredByWhoHasTheContactAndItsRuleIsCorrectedForTheAdministrator() {
    var person = new Person(rig, "owed", "es").writes("debo mucho", DEBT).isTakenBy("lucia");
    var lucia = rig.signedIn("lucia");

    assertThat(put(rig.signedIn("tomas"), person, "risk", "level", "STANDARD")).isEqualTo(404);
    assertThat(put(lucia, person, "risk", "level", "CALM")).isEqualTo(400);
    assertThat(put(lucia, person, "risk", "level", "STANDARD")).isEqualTo(204);

    var risk = lucia.get("/contacts/" + person.contact).body().getJsonObject("risk");
    assertThat(risk.getString("level")).isEqualTo("STANDARD");
    assertThat(risk.getBoolean("judged")).isTrue();
    var rules = rig.signedIn("jonas").get("/risk/verdicts").body().getJsonArray("rules");
    assertThat(rules)
        .containsExactly(
            new JsonObject().put("rule", "es.debt").put("confirmed", 0).put("corrected", 1));
  }

  @Test
  void languagesToChooseFromAreThoseOfTheLineAndItsStaff() {
    var languages = rig.signedIn("lucia").get("/languages").body().getJsonArray("languages");
    assertThat(languages).contains("en", "es", "fr", "ar", "uk");

    var person = new Person(rig, "said", "es").writes("buenas");
    var miriam = rig.signedIn("miriam");
    assertThat(put(miriam, person, "language", "language", "not a tag")).isEqualTo(400);
    assertThat(put(miriam, person, "language", "language", "fr")).isEqualTo(204);
    var language = miriam.get("/contacts/" + person.contact).body().getJsonObject("language");
    assertThat(language.getString("tag")).isEqualTo("fr");
    assertThat(language.getString("certainty")).isEqualTo("chosen");
  }

  private static int put(Api api, Person person, String what, String name, String value) {
    return api.send(
            "PUT",
            "/contacts/" + person.contact + "/" + what,
            new JsonObject().put(name, value).encode())
        .status();
  }
}
