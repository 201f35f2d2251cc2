package org.havenline.headers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.havenline.http.porch.RawHttp;

/// What must stand above every answer (safety.md V-05), by the kind of the route.
final class HeaderRules {
  /// Routes of one kind are under the same rules. Each route has to be of exactly one.
  enum Kind {
    PAGE("/"),
    LEAVING("/leave"),
    CHAT("/chat/(start|words|say|hear|leave|stop)"),
    PLAIN("/chat/plain(/.*)?"),
    LINK("/[pr]/:token"),
    WEBHOOK("/twilio/(messages|voice|studio)(/.*)?"),
    PROMPT("/twilio/prompts/:sound"),
    CONSOLE("/desk(/\\*)?"),
    /// The console of a server with a softphone, at the same addresses: asked for by name.
    RINGING_CONSOLE("(?!)"),
    EVENTS("/desk/events"),
    API("/api/v1/.*"),
    PUBLISHED("/hsds(/.*)?"),
    WATCH("/health/.*|/metrics"),
    SIMULATOR("/simulator/.*");

    private final Pattern paths;

    Kind(String paths) {
      this.paths = Pattern.compile(paths);
    }

    /// Empty for a route nobody has thought about.
    static Optional<Kind> of(String path) {
      var found = Arrays.stream(values()).filter(one -> one.paths.matcher(path).matches()).toList();
      return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
  }

  /// The same above every answer, but for what [#exceptions] says.
  private static final Map<String, String> ALWAYS =
      Map.of(
          "x-content-type-options", "nosniff",
          "referrer-policy", "no-referrer",
          "cross-origin-opener-policy", "same-origin",
          "cross-origin-resource-policy", "same-origin",
          "x-robots-tag", "noindex, noarchive",
          "x-frame-options", "DENY",
          "cache-control", "no-store");

  /// Of what a phone can tell of the one who holds it, and what it can do in her name.
  static final List<String> OFF =
      List.of(
          "accelerometer",
          "autoplay",
          "bluetooth",
          "camera",
          "display-capture",
          "geolocation",
          "gyroscope",
          "hid",
          "idle-detection",
          "local-fonts",
          "magnetometer",
          "microphone",
          "midi",
          "payment",
          "screen-wake-lock",
          "serial",
          "usb",
          "xr-spatial-tracking");

  /// What says who made the server, lets other sites read, or speaks of an elsewhere.
  private static final Pattern NEVER =
      Pattern.compile(
          "server|x-powered-by|via|x-vertx.*|access-control-.*|refresh|link|report-to|nel|alt-svc"
              + "|set-cookie|clear-site-data|service-worker-allowed|sourcemap|x-response-time");

  private static final List<String> CLOSED =
      List.of(
          "default-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'");

  private HeaderRules() {}

  /// What is wrong, one sentence each.
  static List<String> faults(Kind kind, RawHttp.Answer answer) {
    int status = answer.status();
    var faults = new ArrayList<String>();
    var headers = answer.headers();
    boolean document = headers.getOrDefault("content-type", "").startsWith("text/html");
    var wanted = new java.util.TreeMap<>(ALWAYS);
    wanted.putAll(exceptions(kind, status, document, file(headers)));
    wanted.forEach((name, value) -> {
      if (!value.equals(headers.get(name))) {
        faults.add(name + " is " + headers.get(name) + ", not " + value);
      }
    });
    if (years(headers.getOrDefault("strict-transport-security", "")) < 1) {
      faults.add("strict-transport-security is too short");
    }
    var permissions = Set.of(headers.getOrDefault("permissions-policy", "").split(", "));
    OFF.stream()
        .filter(one -> !permissions.contains(one + (opens(kind, one) ? "=(self)" : "=()")))
        .forEach(one -> faults.add("permissions-policy leaves " + one));
    headers.forEach((name, value) -> {
      if (NEVER.matcher(name).matches() && !allowed(kind, status, name, value)) {
        faults.add(name + " is there");
      }
    });
    faults.addAll(policy(kind, document, headers.getOrDefault("content-security-policy", "")));
    if (Pattern.compile("org\\.havenline|Exception|io\\.vertx|\\tat ").matcher(answer.body()).find()
        && kind != Kind.WATCH
        && kind != Kind.SIMULATOR
        && !isConsole(kind)) {
      faults.add("the body tells of the program");
    }
    return faults;
  }

  private static boolean isConsole(Kind kind) {
    return kind == Kind.CONSOLE || kind == Kind.RINGING_CONSOLE;
  }

  /// Whoever answers in the browser is heard, and hears.
  private static boolean opens(Kind kind, String feature) {
    return kind == Kind.RINGING_CONSOLE && Set.of("microphone", "autoplay").contains(feature);
  }

  private static Map<String, String> exceptions(
      Kind kind, int status, boolean document, boolean file) {
    return switch (kind) {
      // its own frames
      case PLAIN -> document ? Map.of("x-frame-options", "SAMEORIGIN") : Map.of();
      // asked for each time, by its tag; nothing of a person is in it
      case CONSOLE, RINGING_CONSOLE ->
          status < 400 ? Map.of("cache-control", "no-cache") : Map.of();
      // what every caller hears; its address is of its content
      case PROMPT ->
          status == 200 ? Map.of("cache-control", "public, max-age=31536000, immutable") : Map.of();
      case SIMULATOR -> status == 200 && file ? Map.of("cache-control", "no-cache") : Map.of();
      case LEAVING ->
          status == 303
              ? Map.of("clear-site-data", "\"cache\", \"cookies\", \"storage\"")
              : Map.of();
      default -> Map.of();
    };
  }

  private static boolean file(Map<String, String> headers) {
    return headers
        .getOrDefault("content-type", "")
        .matches("(text/(html|css|javascript)|image/).*");
  }

  private static boolean allowed(Kind kind, int status, String name, String value) {
    return switch (name) {
      case "refresh" -> kind == Kind.PLAIN && value.equals("1");
      case "clear-site-data" -> kind == Kind.LEAVING;
      case "set-cookie" ->
          kind == Kind.API
              && status < 300
              && value.startsWith("__Host-")
              && List.of(value.split("; "))
                  .containsAll(List.of("Path=/", "Secure", "HttpOnly", "SameSite=Strict"));
      default -> false;
    };
  }

  private static int years(String transport) {
    var age = Pattern.compile("max-age=(\\d+); includeSubDomains").matcher(transport);
    return age.matches() ? (int) (Long.parseLong(age.group(1)) / 31_536_000) : 0;
  }

  private static List<String> policy(Kind kind, boolean document, String policy) {
    var faults = new ArrayList<String>();
    var parts = new TreeSet<>(Arrays.asList(policy.split("; ")));
    if (!document) {
      if (!isConsole(kind) && kind != Kind.SIMULATOR && !parts.equals(new TreeSet<>(CLOSED))) {
        faults.add("the policy of what is no document is open: " + policy);
      }
      return faults;
    }
    for (var part : List.of("default-src 'none'", "base-uri 'none'")) {
      if (!parts.contains(part)) {
        faults.add("the policy lacks " + part);
      }
    }
    var frames = kind == Kind.PLAIN ? "frame-ancestors 'self'" : "frame-ancestors 'none'";
    if (!parts.contains(frames)) {
      faults.add("the policy lacks " + frames);
    }
    if (policy.contains("script-src") && !parts.contains("require-trusted-types-for 'script'")) {
      faults.add("a page with script makes markup of text");
    }
    var connects =
        kind == Kind.RINGING_CONSOLE
            ? "connect-src 'self' wss://voice-js.roaming.twilio.com"
            : "connect-src 'self'";
    if (isConsole(kind) && !parts.contains(connects)) {
      faults.add("the policy lacks " + connects);
    }
    if (Pattern.compile("unsafe|\\*|\\bhttp:|\\bws:|blob:").matcher(policy).find()) {
      faults.add("the policy is loose: " + policy);
    }
    return faults;
  }
}
