package org.havenline.simulator.voice;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.havenline.simulator.trouble.Trouble;
import org.havenline.simulator.voice.call.Call;
import org.havenline.simulator.voice.ledger.Fault;
import org.havenline.simulator.voice.network.OwnNumber;
import org.havenline.simulator.voice.network.Settings;
import org.havenline.simulator.voice.party.Party;
import org.havenline.simulator.voice.party.Script;
import org.havenline.simulator.voice.time.VirtualTimeline;
import org.havenline.simulator.voice.web.Disorder;
import org.havenline.simulator.voice.web.WebReply;
import org.havenline.simulator.voice.web.WebRequest;
import org.havenline.simulator.web.Asked;
import org.havenline.simulator.web.Form;
import org.havenline.simulator.web.Reply;

/// A switchboard on virtual time, and a server of a few documents by their paths.
final class Rig {
  static final String ACCOUNT = "AC00000000000000000000000000000001";
  static final String TOKEN = "token";
  static final String LINE = "+12025550100";
  static final String HER = "+12025550143";
  static final String FIRST = "+12025550171";
  static final String SECOND = "+12025550172";
  static final String SERVER = "https://help.example.org";
  static final Instant START = Instant.parse("2026-11-29T12:00:00Z");

  final Map<String, Function<WebRequest, WebReply>> pages = new HashMap<>();
  final Map<String, Party> phones = new HashMap<>();
  final List<WebRequest> requests = new ArrayList<>();
  final VirtualTimeline time = new VirtualTimeline(START);
  Function<Asked, Trouble> troubles = _ -> new Trouble.None();
  final Switchboard switchboard;

  Rig() {
    this(1, Disorder.NONE, 1);
  }

  Rig(long seed, Disorder disorder, int callsPerSecond) {
    var own =
        new OwnNumber(
            SERVER + "/answer", Optional.of(SERVER + "/fallback"), Optional.of(SERVER + "/ended"));
    switchboard =
        new Switchboard(
            time,
            this::serve,
            Settings.usual(ACCOUNT, TOKEN, LINE, own).with(callsPerSecond, disorder),
            address -> phones.getOrDefault(address, Script.unreachable()),
            new SplittableRandom(seed),
            asked -> troubles.apply(asked));
  }

  private WebReply serve(WebRequest request) {
    requests.add(request);
    var path = request.url().substring(SERVER.length()).split("\\?", 2)[0];
    var page = pages.get(path);
    return page == null ? new WebReply(404, "text/plain", "") : page.apply(request);
  }

  /// A document whose `<Response>` holds these verbs.
  Rig page(String path, String verbs) {
    return page(path, _ -> verbs);
  }

  Rig page(String path, Function<WebRequest, String> verbs) {
    pages.put(path, request -> WebReply.twiml("<Response>" + verbs.apply(request) + "</Response>"));
    return this;
  }

  Rig phone(String address, Party party) {
    phones.put(address, party);
    return this;
  }

  Call dial(Party party) {
    return switchboard.dial(new Incoming(HER, LINE), party);
  }

  void pass(int seconds) {
    time.pass(Duration.ofSeconds(seconds));
  }

  List<String> heard(Call call) {
    return switchboard.ledger().heardBy(call.sid());
  }

  List<Integer> faults() {
    return switchboard.ledger().faults().stream().map(Fault::code).toList();
  }

  /// The legs that Twilio called, in their order.
  List<Call> legs() {
    return switchboard.calls().stream()
        .filter(call -> !call.record().direction().toString().equals("inbound"))
        .toList();
  }

  List<WebRequest> to(String path) {
    return requests.stream().filter(r -> r.url().startsWith(SERVER + path)).toList();
  }

  Reply.Json rest(String method, String path, Form form) {
    return (Reply.Json) any(method, path, form);
  }

  Reply any(String method, String path, Form form) {
    var pair = Base64.getEncoder().encodeToString((ACCOUNT + ":" + TOKEN).getBytes(UTF_8));
    var asked =
        new Asked(
            method,
            "/2010-04-01/Accounts/" + ACCOUNT + path,
            Map.of(),
            method.equals("GET") ? form : Form.EMPTY,
            Optional.of("Basic " + pair),
            method.equals("GET") ? "" : form.encoded());
    try {
      return switchboard.rest().answer(asked);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  JsonObject create(String to, String... more) {
    var form = Form.EMPTY.and("To", to).and("From", LINE);
    for (int i = 0; i < more.length; i += 2) {
      form = form.and(more[i], more[i + 1]);
    }
    return rest("POST", "/Calls.json", form).body();
  }
}
