package org.havenline.headers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.havenline.channel.twilio.Signing;
import org.havenline.http.porch.HttpPorch.Opening;

/// Requests that make a route answer with each of its statuses, as far as one can from outside.
///
/// @param here the server's own address
/// @param twilio token of the account
/// @param staff cookies of signed-in staff; the last one may sign out
/// @param chat token of a chat that goes on, and of which much is said at once
/// @param plain token of one without script
/// @param real paths of routes that lead to something, beside those that were given to nobody
record Knocks(
    String here,
    String twilio,
    List<String> staff,
    String chat,
    String plain,
    Map<String, String> real) {
  private static final String JSON = "Content-Type: application/json\r\n";
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

  /// Where a limit stands, and more tries than any of them allows.
  private static final Set<String> SLOWED = Set.of("/chat/say", "/api/v1/sessions", "/r/:token");

  private static final int AT_ONCE = 35;

  private static final int MOST = 4;

  /// One request.
  record Knock(String method, String target, String headers, byte[] body) {
    Knock with(String header) {
      return new Knock(method, target, headers + header + "\r\n", body);
    }

    byte[] bytes() {
      var length =
          headers.contains("Content-Length") ? "" : "Content-Length: " + body.length + "\r\n";
      var head =
          "%s %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n%s%s\r\n"
              .formatted(method, target, headers, length);
      return (head + new String(body, UTF_8)).getBytes(UTF_8);
    }
  }

  List<Knock> at(Opening opening) {
    var methods =
        opening.methods().isEmpty()
            ? List.of("GET", "POST")
            : opening.methods().stream().sorted().toList();
    var nobodys = opening.path().replaceAll(":\\w+", "x1").replace("*", "app.js");
    var path = real.getOrDefault(opening.path(), nobodys);
    if (path.equals("/simulator/events")) {
      return List.of(knock("GET", path + "?wait=0", "", "")); // held for half a minute without
    }
    var token = path.equals("/leave") ? "none" : path.startsWith("/chat/plain") ? plain : chat;
    var all = new ArrayList<Knock>();
    for (var method : methods) {
      all.add(knock(method, path, "", ""));
      all.add(knock(method, path, JSON, "{\"x"));
      all.add(knock(method, path, "Content-Type: text/plain\r\n", "hello"));
      all.add(knock(method, path, JSON, words(path)));
      all.add(
          knock(
              method,
              path + "?t=" + token,
              FORM,
              "l=en&t=" + token + "&key=key-of-one&text=hello"));
      all.add(
          knock(
              method,
              path + "?t=x&l=%FF&y=1&after=x&page=x",
              FORM,
              "t=x&text=" + "a".repeat(4_001)));
      if (!path.startsWith("/simulator")) { // which reads whatever is sent, for tests send much
        all.add(knock(method, path, JSON + "Content-Length: 99999999\r\n", ""));
      }
      all.add(signed(method, path));
      all.add(knock(method, path, "Origin: null\r\n" + JSON, words(path)));
      for (var cookie : path.contains("/sessions") ? List.of(staff.getLast()) : staff) {
        all.add(knock(method, path, cookie + "Origin: " + here + "\r\n" + JSON, "{}"));
      }
      var ours = staff.getFirst();
      all.add(knock(method, path, ours + "Origin: https://elsewhere.example\r\n" + JSON, "{}"));
      all.add(knock(method, path, "Cookie: __Host-desk=x\r\n" + JSON, "{}"));
      all.add(knock(method, path, "Upgrade: websocket\r\nOrigin: " + here + "\r\n", ""));
      all.add(knock(method, path, ours + "Accept-Encoding: gzip\r\n", ""));
    }
    all.add(knock("GET", nobodys, "", ""));
    all.add(knock("POST", path, FORM, "do=open&full=1"));
    if (SLOWED.contains(opening.path())) {
      all.addAll(Collections.nCopies(AT_ONCE, knock("POST", path, JSON, words(path))));
    }
    all.add(knock("PROPFIND", path, "", ""));
    all.add(knock("TRACE", path, "", ""));
    all.add(knock("GET", path + "/there-is-none", "", ""));
    all.add(knock("GET", path + "/%zz", "", ""));
    all.add(knock("GET", path, "X: " + "x".repeat(20_000) + "\r\n", ""));
    all.add(knock("GET", path + "?" + "x".repeat(9_000), "", ""));
    return all;
  }

  /// What asks the store most plainly, for the time when that is away or broken. The form without
  /// script would try for long.
  List<Knock> most(Opening opening) {
    return at(opening).stream()
        .filter(one -> !opening.path().equals("/chat/plain/say"))
        .filter(this::asksTheStore)
        .distinct()
        .limit(MOST)
        .toList();
  }

  private boolean asksTheStore(Knock one) {
    return one.headers.contains("Signature")
        || one.headers.contains(here)
        || one.target.contains(plain)
        || new String(one.body, UTF_8).contains(chat);
  }

  /// What the route understands, if it is a chat's or the sign-in.
  private String words(String path) {
    if (path.endsWith("/sessions")) {
      return "{\"username\":\"lucia\",\"password\":\"wrong\"}";
    }
    boolean ends = path.endsWith("/leave") || path.endsWith("/stop");
    return "{\"token\":\"%s\",\"key\":\"key-of-one\",\"text\":\"hello\",\"language\":\"en\"}"
        .formatted(ends ? "none" : chat);
  }

  private Knock signed(String method, String path) {
    var form =
        "MessageSid=SM%032d&From=%%2B15005550006&To=%%2B15005550001&Body=hello&NumMedia=0"
            .formatted(7);
    var signature = Signing.signRaw(twilio, here + path, form.getBytes(UTF_8));
    return knock(method, path, FORM + "X-Twilio-Signature: " + signature + "\r\n", form);
  }

  private static Knock knock(String method, String target, String headers, String body) {
    return new Knock(method, target, headers, body.getBytes(UTF_8));
  }
}
