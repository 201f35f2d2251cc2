package org.havenline.console.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.havenline.http.Request;
import org.jspecify.annotations.Nullable;

/// The console's page in a browser, before a server that plays back a recorded state: the real page
/// with its real policy, and answers and frames from a file.
final class RecordedDesk implements AutoCloseable {
  private static final String ORIGIN = "http://localhost:9";
  private static final String TESTS = "/desk/tests/";
  private static final Pattern WHEN = Pattern.compile("\"@([+-]?\\d+)\"");

  private final DeskPage files;
  private final BrowserContext context;
  final Page page;

  /// What the console printed as an error: policy violations too.
  final List<String> errors = new ArrayList<>();

  /// What the page asked of the API, as `METHOD path`.
  final List<String> calls = new ArrayList<>();

  /// What the API answers instead of 404, by `METHOD path`: a status, a space, a body.
  final Map<String, String> answers = new HashMap<>();

  private final AtomicReference<@Nullable WebSocketRoute> socket = new AtomicReference<>();

  RecordedDesk(Browser browser, Browser.NewContextOptions options) {
    this(browser, options, Optional.empty());
  }

  /// @param voiceLibrary of the softphone
  RecordedDesk(Browser browser, Browser.NewContextOptions options, Optional<byte[]> voiceLibrary) {
    files = new DeskPage(voiceLibrary);
    context = browser.newContext(options);
    page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        errors.add(message.text());
      }
    });
    page.onPageError(errors::add);
    answers.put("GET /follow-ups", "200 {\"followUps\":[]}");
    answers.put("GET /languages", "200 {\"languages\":[\"ar\",\"en\",\"es\",\"fr\",\"uk\"]}");
    page.route("**/*", this::answer);
    page.routeWebSocket(Pattern.compile("/desk/events"), socket::set);
  }

  RecordedDesk open() {
    page.navigate(ORIGIN + "/desk");
    return this;
  }

  /// Sends a frame; `"@-90"` in it stands for the time 90 seconds ago.
  void send(String frame) {
    page.waitForCondition(() -> socket.get() != null);
    Objects.requireNonNull(socket.get()).send(dated(frame));
  }

  void cut() {
    Objects.requireNonNull(socket.getAndSet(null)).close();
  }

  private void answer(Route route) {
    var url = java.net.URI.create(route.request().url());
    var path = url.getPath();
    if (path.startsWith("/api/v1")) {
      var call = route.request().method() + " " + path.substring("/api/v1".length());
      calls.add(call);
      var found = answers.getOrDefault(call, "404 {\"title\":\"Not found\"}");
      route.fulfill(
          new Route.FulfillOptions()
              .setStatus(Integer.parseInt(found.substring(0, 3)))
              .setContentType("application/json")
              .setBody(dated(found.substring(4))));
      return;
    }
    if (path.startsWith(TESTS)) {
      route.fulfill(
          new Route.FulfillOptions()
              .setContentType("text/javascript")
              .setBody(recorded("../desk/" + path.substring(TESTS.length()))));
      return;
    }
    var response =
        files.answer(new Request("GET", path, path, Map.of(), Map.of(), Map.of(), new byte[0]));
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(response.status())
            .setHeaders(response.headers())
            .setBodyBytes(response.body()));
  }

  private static String dated(String json) {
    return WHEN.matcher(json)
        .replaceAll(match ->
            '"'
                + Instant.now().plus(Duration.ofSeconds(Long.parseLong(match.group(1)))).toString()
                + '"');
  }

  static String recorded(String file) {
    try (var in = RecordedDesk.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (java.io.IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  @Override
  public void close() {
    // a request that is answered while the context closes fails the test
    page.navigate("about:blank");
    context.close();
  }
}
