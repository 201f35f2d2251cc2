package org.havenline.console.administrator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.havenline.channel.voice.Speech;
import org.havenline.channel.voice.prompt.Coverage;
import org.havenline.channel.voice.prompt.PhoneSound;
import org.havenline.channel.voice.prompt.Recordings;
import org.havenline.channel.voice.prompt.Studio;
import org.havenline.console.api.Answer;
import org.havenline.console.api.Call;
import org.havenline.console.api.StaffOperation;
import org.havenline.console.staff.SignedIn;
import org.havenline.contact.LineId;
import org.havenline.http.Problems;
import org.havenline.http.Response;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.line.Line;
import org.havenline.routingconfig.line.LineNumber;
import org.havenline.translations.spoken.Sentence;

/// Recordings of what callers of a line hear: which there are, and bringing and dropping them.
public final class PromptOperations {
  private final LineId line;
  private final Supplier<RoutingTables> tables;
  private final Speech speech;
  private final Recordings recordings;
  private final Studio studio;

  public PromptOperations(
      LineId line,
      Supplier<RoutingTables> tables,
      Speech speech,
      Recordings recordings,
      Studio studio) {
    this.line = line;
    this.tables = tables;
    this.speech = speech;
    this.recordings = recordings;
    this.studio = studio;
  }

  public void addTo(Map<String, StaffOperation> operations) {
    operations.put("prompts", (_, _) -> Answer.ok(all()));
    operations.put(
        "recordPrompt", (who, call) -> known(call, sentence -> recorded(who, call, sentence)));
    operations.put("recordByPhone", this::byPhone);
    operations.put("dropPrompt", (_, call) -> known(call, this::dropped));
  }

  private Optional<Line> mine() {
    return tables.get().lines().stream().filter(one -> one.id().equals(line.value())).findFirst();
  }

  private List<String> languages() {
    return mine().map(Line::languages).orElse(List.of());
  }

  private JsonObject all() {
    var coverages =
        languages().stream()
            .map(language ->
                Coverage.of(
                    language, speech.hasVoice(language), speech.script(language), recordings::of))
            .toList();
    var prints =
        coverages.stream()
            .flatMap(coverage -> coverage.takes().stream())
            .map(take -> take.sentence().print())
            .collect(Collectors.toSet());
    var view = new PromptsView(line, recordings::fault);
    return new JsonObject()
        .put("languages", languages(coverages, view))
        .put("stale", recordings.stale(prints));
  }

  private static JsonArray languages(List<Coverage> coverages, PromptsView view) {
    var all = new JsonArray();
    for (int i = 0; i < coverages.size(); i++) {
      all.add(view.of(coverages.get(i), i));
    }
    return all;
  }

  private Response known(Call call, Function<Sentence, Response> then) {
    return sentence(call.path("print")).map(then).orElseGet(Problems::notFound);
  }

  private Optional<Sentence> sentence(String print) {
    return languages().stream()
        .flatMap(language -> speech.script(language).find(print).stream())
        .findFirst();
  }

  private Response recorded(SignedIn who, Call call, Sentence sentence) {
    byte[] file;
    try {
      file = Base64.getDecoder().decode(call.body().getString("audio"));
    } catch (IllegalArgumentException e) {
      return Problems.badRequest("The sound is not base64.");
    }
    return switch (PhoneSound.of(file)) {
      case PhoneSound.Refused(var why) -> Problems.badRequest(why);
      case PhoneSound.Taken taken ->
          Answer.ok(
              new PromptsView(line, recordings::fault)
                  .of(recordings.keep(sentence, taken, who.id().value())));
    };
  }

  /// The code is shown once; without the call it is worth nothing in half an hour.
  private Response byPhone(SignedIn who, Call call) {
    var code = studio.open(who.id().value(), call.body().getString("phone"));
    return Answer.ok(
        new JsonObject()
            .put("code", code)
            .put("minutes", Studio.OPEN.toMinutes())
            .put("numbers", new JsonArray(numbers())));
  }

  /// At which calls of the line come in.
  private List<String> numbers() {
    return mine()
        .map(one ->
            one.numbers().stream()
                .filter(number -> number.on(Channel.VOICE))
                .map(LineNumber::number)
                .toList())
        .orElse(List.of());
  }

  private Response dropped(Sentence sentence) {
    return recordings.drop(sentence) ? Answer.done() : Problems.notFound();
  }
}
