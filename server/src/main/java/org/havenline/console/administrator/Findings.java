package org.havenline.console.administrator;

import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.Map;
import org.havenline.http.Problems;
import org.havenline.http.Response;
import org.havenline.routingconfig.Finding;

/// What is wrong with files an administrator sent, as the API says it.
public final class Findings {
  private static final int UNPROCESSABLE = 422;

  private Findings() {}

  public static JsonArray of(List<Finding> findings) {
    return new JsonArray(plain(findings));
  }

  /// Refuses what has them.
  public static Response problem(String title, String detail, List<Finding> findings) {
    return Problems.of(UNPROCESSABLE, title, detail, Map.of("findings", plain(findings)));
  }

  private static List<Map<String, Object>> plain(List<Finding> findings) {
    return findings.stream()
        .map(one ->
            Map.<String, Object>of(
                "file", one.file(),
                "line", one.line(),
                "fault", one.fault(),
                "remedy", one.remedy()))
        .toList();
  }
}
