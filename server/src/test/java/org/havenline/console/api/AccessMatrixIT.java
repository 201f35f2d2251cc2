package org.havenline.console.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.havenline.console.Api;
import org.havenline.console.DeskRig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/// Every operation of the contract for every role. The table here is written a second time on
/// purpose: a change of the contract alone must fail.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixIT {
  private static final String NOBODY = "nobody";
  private static final Map<String, String> STAFF =
      Map.of("responder", "lucia", "supervisor", "miriam", "administrator", "jonas");

  private static final Map<String, Set<String>> MAY =
      Map.ofEntries(
          Map.entry("contract", Set.of(NOBODY, "responder", "supervisor", "administrator")),
          Map.entry("signIn", Set.of(NOBODY, "responder", "supervisor", "administrator")),
          Map.entry("signOut", Set.of("responder", "supervisor", "administrator")),
          Map.entry("me", Set.of("responder", "supervisor", "administrator")),
          Map.entry("setPresence", Set.of("responder", "supervisor")),
          Map.entry("contacts", Set.of("responder", "supervisor")),
          Map.entry("contact", Set.of("responder", "supervisor")),
          Map.entry("acceptOffer", Set.of("responder", "supervisor")),
          Map.entry("declineOffer", Set.of("responder", "supervisor")),
          Map.entry("noteWishes", Set.of("responder", "supervisor")),
          Map.entry("setLanguage", Set.of("responder", "supervisor")),
          Map.entry("setRisk", Set.of("responder", "supervisor")),
          Map.entry("referrals", Set.of("responder", "supervisor")),
          Map.entry("refer", Set.of("responder", "supervisor")),
          Map.entry("consent", Set.of("responder", "supervisor")),
          Map.entry("revokeConsent", Set.of("responder", "supervisor")),
          Map.entry("sendReferral", Set.of("responder", "supervisor")),
          Map.entry("noteOutcome", Set.of("responder", "supervisor")),
          Map.entry("noteSafeTime", Set.of("responder", "supervisor")),
          Map.entry("followUps", Set.of("responder", "supervisor")),
          Map.entry("referralStatistics", Set.of("supervisor", "administrator")),
          Map.entry("languages", Set.of("responder", "supervisor")),
          Map.entry("serviceChoices", Set.of("responder", "supervisor", "administrator")),
          Map.entry("suggestServices", Set.of("responder", "supervisor", "administrator")),
          Map.entry("importServices", Set.of("administrator")),
          Map.entry("serviceSources", Set.of("administrator")),
          Map.entry("exportServices", Set.of("administrator")),
          Map.entry("searchServices", Set.of("responder", "supervisor", "administrator")),
          Map.entry("ruleVerdicts", Set.of("administrator")),
          Map.entry("callToken", Set.of("responder", "supervisor")),
          Map.entry("callBack", Set.of("responder", "supervisor")),
          Map.entry("returnContact", Set.of("responder", "supervisor")),
          Map.entry("call", Set.of("responder", "supervisor")),
          Map.entry("setCall", Set.of("responder", "supervisor")),
          Map.entry("inviteToCall", Set.of("responder", "supervisor")),
          Map.entry("dismissFromCall", Set.of("responder", "supervisor")),
          Map.entry("passCall", Set.of("responder", "supervisor")),
          Map.entry("completePassing", Set.of("responder", "supervisor")),
          Map.entry("superviseCall", Set.of("supervisor")),
          Map.entry("messages", Set.of("responder", "supervisor")),
          Map.entry("voiceMessage", Set.of("responder", "supervisor")),
          Map.entry("write", Set.of("responder", "supervisor")),
          Map.entry("closeConversation", Set.of("responder", "supervisor")),
          Map.entry("quarantine", Set.of("supervisor")),
          Map.entry("resolveQuarantined", Set.of("supervisor")),
          Map.entry("route", Set.of("supervisor", "administrator")),
          Map.entry("simulate", Set.of("supervisor", "administrator")),
          Map.entry("texts", Set.of("supervisor", "administrator")),
          Map.entry("prompts", Set.of("administrator")),
          Map.entry("recordPrompt", Set.of("administrator")),
          Map.entry("recordByPhone", Set.of("administrator")),
          Map.entry("dropPrompt", Set.of("administrator")),
          Map.entry("tables", Set.of("administrator")),
          Map.entry("tablesVersion", Set.of("administrator")),
          Map.entry("draftTables", Set.of("administrator")),
          Map.entry("tablesFindings", Set.of("administrator")),
          Map.entry("tablesDifferences", Set.of("administrator")),
          Map.entry("publishTables", Set.of("administrator")),
          Map.entry("approveTables", Set.of("administrator")),
          Map.entry("rollBackTables", Set.of("administrator")),
          Map.entry("switchMode", Set.of("administrator")),
          Map.entry("switchLine", Set.of("administrator")),
          Map.entry("tryRisk", Set.of("supervisor", "administrator")),
          Map.entry("reportPlaces", Set.of("responder", "supervisor")),
          Map.entry("issuePlacesLink", Set.of("administrator")),
          Map.entry("endPlacesLinks", Set.of("administrator")),
          Map.entry("auditLog", Set.of("administrator")));

  private DeskRig rig;
  private JsonObject contract;

  @BeforeAll
  void open() {
    rig = new DeskRig();
    contract = new Api(rig.url).get("/openapi.json").body();
  }

  @AfterAll
  void close() {
    rig.close();
  }

  private record Operation(String method, String path, JsonObject model) {
    String name() {
      return model.getString("operationId");
    }
  }

  private List<Operation> operations() {
    var all = new ArrayList<Operation>();
    for (var path : contract.getJsonObject("paths")) {
      for (var method : (JsonObject) path.getValue()) {
        if (method.getValue() instanceof JsonObject model) {
          all.add(
              new Operation(
                  method.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey(), model));
        }
      }
    }
    return all;
  }

  @Test
  void everyOperationHasARowAndEveryRowAnOperation() {
    assertThat(operations())
        .extracting(Operation::name)
        .containsExactlyInAnyOrderElementsOf(MAY.keySet());
    assertThat(operations())
        .allSatisfy(operation ->
            assertThat(operation.model().getJsonArray("x-roles", new JsonArray()))
                .as(operation.name())
                .isNotEmpty());
  }

  @TestFactory
  Stream<DynamicTest> everyCellIsAsTheTableSays() {
    var roles = List.of(NOBODY, "responder", "supervisor", "administrator");
    return operations().stream()
        .flatMap(operation ->
            roles.stream()
                .map(role ->
                    dynamicTest(operation.name() + " by " + role, () -> cell(operation, role))));
  }

  private void cell(Operation operation, String role) {
    var api =
        role.equals(NOBODY)
            ? new Api(rig.url)
            : rig.signedIn(Objects.requireNonNull(STAFF.get(role)));
    var path =
        operation
            .path()
            .replace("/suggestions", "/suggestions?typed=x")
            .replace("{offerId}", "c-none.1")
            .replaceAll("\\{[^}]+}", "none");
    var body =
        switch (operation.name()) {
          case "signIn" -> "{\"username\":\"x\",\"password\":\"y\"}";
          case "setPresence" -> "{\"state\":\"away\"}";
          case "write" -> "{\"text\":\"x\",\"key\":\"0123456789abcdef\"}";
          case "noteWishes" ->
              "{\"genders\":[],\"minor\":false,\"avoid\":{\"responders\":[],\"communities\":[]}}";
          case "setLanguage" -> "{\"language\":\"es\"}";
          case "setCall" -> "{\"held\":true}";
          case "inviteToCall" -> "{\"kind\":\"interpreter\"}";
          case "passCall" -> "{}";
          case "superviseCall" -> "{\"way\":\"listen\"}";
          case "setRisk" -> "{\"level\":\"HIGH\"}";
          case "refer" -> "{\"options\":[]}";
          case "consent" -> "{\"service\":\"x\",\"fields\":[]}";
          case "sendReferral" -> "{\"service\":\"x\",\"by\":\"phone\"}";
          case "noteOutcome" -> "{\"outcome\":\"arrived\"}";
          case "noteSafeTime" -> "{}";
          case "closeConversation" -> "{\"disposition\":\"test\"}";
          case "resolveQuarantined", "declineOffer", "searchServices" -> "{}";
          case "importServices" ->
              "{\"files\":[{\"name\":\"a.ndjson\",\"text\":\"{}\"}],\"source\":\"x\"}";
          case "recordByPhone" -> "{\"phone\":\"+12025550199\"}";
          case "recordPrompt" -> "{\"audio\":\"UklGRg==\"}";
          case "route" -> "{\"channel\":\"SMS\",\"risk\":\"HIGH\"}";
          case "simulate" -> "{\"scenario\":\"line: demo\"}";
          case "draftTables" ->
              "{\"reason\":\"x\",\"files\":[{\"name\":\"a.yaml\",\"text\":\"lines: []\"}]}";
          case "publishTables", "rollBackTables" -> "{\"reason\":\"x\",\"over\":0}";
          case "tryRisk" -> "{\"version\":1,\"days\":1,\"reason\":\"x\"}";
          case "reportPlaces" -> "{\"free\":{\"women\":3}}";
          case "issuePlacesLink", "endPlacesLinks" -> "{\"reason\":\"x\"}";
          case "approveTables" -> "{\"reason\":\"x\"}";
          case "switchMode" -> "{\"reason\":\"x\",\"mode\":\"normal\"}";
          case "switchLine" -> "{\"reason\":\"x\",\"down\":false}";
          default -> null;
        };
    int status = api.send(operation.method(), path, body).status();
    if (MAY.getOrDefault(operation.name(), Set.of()).contains(role)) {
      assertThat(status).isNotEqualTo(403).isNotEqualTo(400).isLessThan(500);
      assertThat(status == 401).isEqualTo(operation.name().equals("signIn"));
    } else {
      assertThat(status).isEqualTo(role.equals(NOBODY) ? 401 : 403);
    }
  }
}
