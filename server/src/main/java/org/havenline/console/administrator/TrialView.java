package org.havenline.console.administrator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import org.havenline.tables.Version;
import org.havenline.trial.TrialReport;

/// A trial as the API shows it: every field of the report by hand, so that nothing else comes in.
final class TrialView {
  private TrialView() {}

  static JsonObject of(Version version, TrialReport trial) {
    return new JsonObject()
        .put("version", version.number())
        .put("since", trial.since().toString())
        .put("whole", trial.whole())
        .put("messages", new JsonObject().put("read", trial.read()).put("gone", trial.gone()))
        .put(
            "contacts",
            new JsonObject()
                .put("compared", trial.compared())
                .put("forgotten", trial.forgotten())
                .put("rise", trial.rise())
                .put("fall", trial.fall()))
        .put("matrix", each(trial.matrix(), TrialView::step))
        .put("moved", each(trial.moved(), TrialView::moved))
        .put("rules", each(trial.rules(), TrialView::rule))
        .put(
            "judged",
            new JsonObject()
                .put("before", agreement(trial.judgedBefore()))
                .put("after", agreement(trial.judgedAfter())));
  }

  private static JsonObject step(TrialReport.Step step) {
    return new JsonObject()
        .put("before", step.before().name())
        .put("after", step.after().name())
        .put("contacts", step.contacts());
  }

  private static JsonObject moved(TrialReport.Moved one) {
    return new JsonObject()
        .put("contact", one.contact().value())
        .put("before", one.before().name())
        .put("after", one.after().name())
        .put("by", each(one.by(), TrialView::by))
        .put("lost", new JsonArray(one.lost()));
  }

  private static JsonObject by(TrialReport.By by) {
    return new JsonObject()
        .put("rule", by.rule())
        .put("level", by.level().name())
        .put("message", by.message())
        .put(
            "words",
            new JsonArray(
                by.words().stream()
                    .map(word -> new JsonArray(List.of(word.start(), word.end())))
                    .toList()));
  }

  private static JsonObject rule(TrialReport.OfRule one) {
    return new JsonObject()
        .put("rule", one.rule())
        .put("before", one.before())
        .put("after", one.after())
        .put("confirmedBefore", one.confirmedBefore())
        .put("confirmedAfter", one.confirmedAfter())
        .put("correctedBefore", one.correctedBefore())
        .put("correctedAfter", one.correctedAfter());
  }

  private static JsonObject agreement(TrialReport.Agreement so) {
    return new JsonObject()
        .put("higher", so.higher())
        .put("same", so.same())
        .put("lower", so.lower());
  }

  private static <T> JsonArray each(List<T> all, Function<T, JsonObject> view) {
    return new JsonArray(all.stream().map(view).toList());
  }
}
