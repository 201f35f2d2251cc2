package org.havenline.console.administrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.havenline.translations.Reading;
import org.havenline.translations.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextsOperationsTest {
  @TempDir private Path folder;

  @Test
  void staffSeeWhatIsADraftAndWhatIsMissing() throws IOException {
    Files.writeString(
        folder.resolve("es-MX.arb"),
        """
        {"@@locale": "es-MX", "@@x-review": "reviewed", "@@x-reviewed-by": "A. B.",
         "@@x-reviewed-on": "2026-11-01", "waiting": "Ya te leímos."}
        """);
    var view = TextsOperations.view(((Reading.Sound) Texts.read(folder)).texts());
    int all = view.getInteger("texts");
    assertThat(all).isGreaterThan(50);
    var mexico = locale(view, "es-MX");
    assertThat(mexico.getInteger("reviewed")).isEqualTo(1);
    assertThat(mexico.getInteger("drafted")).isZero();
    assertThat(mexico.getJsonArray("lacks")).hasSize(all - 1).contains("closed");
    var arabic = locale(view, "ar");
    assertThat(arabic.getInteger("drafted")).isEqualTo(all);
    assertThat(arabic.getInteger("approved")).isZero();
    assertThat(arabic.getJsonArray("lacks")).isEqualTo(new JsonArray());
    assertThat(arabic.getString("name")).isEqualTo("العربية");
    assertThat(arabic.getString("direction")).isEqualTo("rtl");
  }

  private static JsonObject locale(JsonObject view, String locale) {
    return view.getJsonArray("locales").stream()
        .map(JsonObject.class::cast)
        .filter(one -> one.getString("locale").equals(locale))
        .findFirst()
        .orElseThrow();
  }
}
