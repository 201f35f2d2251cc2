package org.havenline.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.havenline.headers.HeaderRules.Kind;
import org.havenline.http.Response;
import org.havenline.http.porch.OpenPorch;
import org.havenline.http.porch.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The rules see what is missing, what is loose, and a route that nobody has thought about.
class HeaderRulesTest {
  private static RawHttp.Answer answer(Response response) {
    try (var open =
        new OpenPorch(
            1, (router, routes) -> router.get("/").handler(routes.always(_ -> response)))) {
      return open.http.get("/");
    }
  }

  private final RawHttp.Answer sound = answer(Response.empty(204));

  private RawHttp.Answer with(Map<String, String> headers) {
    return new RawHttp.Answer(sound.status(), headers, sound.body());
  }

  @Test
  void anAnswerOfThePorchIsSoundAndEachOfItsHeadersIsMissedWhenItIsNotThere() {
    assertThat(HeaderRules.faults(Kind.CHAT, sound)).isEmpty();
    for (var name : sound.headers().keySet()) {
      var fewer = new HashMap<>(sound.headers());
      fewer.remove(name);
      assertThat(HeaderRules.faults(Kind.CHAT, with(fewer)))
          .as("without " + name)
          .hasSize(
              name.equals("permissions-policy")
                  ? HeaderRules.OFF.size()
                  : name.equals("connection") || name.equals("content-length") ? 0 : 1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "server | vert.x",
        "access-control-allow-origin | *",
        "set-cookie | a=b",
        "referrer-policy | origin",
        "strict-transport-security | max-age=60; includeSubDomains",
        "content-security-policy | default-src 'self'",
        "permissions-policy | camera=(self)",
        "refresh | 1"
      })
  void whatIsLooseIsSeen(String name, String value) {
    var changed = new HashMap<>(sound.headers());
    changed.put(name, value);
    assertThat(HeaderRules.faults(Kind.CHAT, with(changed))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "default-src 'none'; base-uri 'none'; frame-ancestors *",
        "default-src 'none'; script-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
        "default-src 'none'; script-src 'self'; base-uri 'none'; frame-ancestors 'none'",
        "default-src https:; base-uri 'none'; frame-ancestors 'none'"
      })
  void aLoosePolicyOfAPageIsSeen(String policy) {
    var page = Response.of(200, "text/html", "<p>").with("content-security-policy", policy);
    assertThat(HeaderRules.faults(Kind.PAGE, answer(page))).isNotEmpty();
  }

  @Test
  void aRouteOfNoKindIsSeen() {
    assertThat(Kind.of("/new")).isEmpty();
    assertThat(Kind.of("/chat/new")).isEmpty();
    assertThat(Kind.of("/chat/say")).contains(Kind.CHAT);
  }
}
