package org.havenline.console.administrator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.havenline.console.api.Answer;
import org.havenline.console.api.StaffOperation;
import org.havenline.translations.Standing;
import org.havenline.translations.Texts;
import org.havenline.translations.arb.Review;
import org.havenline.translations.locale.LocaleChoice;
import org.havenline.translations.locale.LocaleChoice.Offered;

/// Tells staff how far the texts of each language are, so that nobody takes a draft for more.
public final class TextsOperations {
  private final Texts texts;

  public TextsOperations(Texts texts) {
    this.texts = texts;
  }

  public void addTo(Map<String, StaffOperation> operations) {
    operations.put("texts", (_, _) -> Answer.ok(view(texts)));
  }

  static JsonObject view(Texts texts) {
    var offered =
        new LocaleChoice(texts.languages())
            .all().stream().collect(Collectors.toMap(Offered::locale, one -> one));
    var locales = new JsonArray();
    for (var standing : texts.standings()) {
      locales.add(view(standing, Objects.requireNonNull(offered.get(standing.locale()))));
    }
    return new JsonObject().put("texts", texts.keys().size()).put("locales", locales);
  }

  private static JsonObject view(Standing standing, Offered offered) {
    var view =
        new JsonObject()
            .put("locale", offered.locale())
            .put("name", offered.name())
            .put("direction", offered.direction());
    for (var state : Review.State.values()) {
      view.put(state.word(), standing.count(state));
    }
    return view.put("lacks", new JsonArray(standing.gaps()));
  }
}
