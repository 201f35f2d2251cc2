package org.havenline.console.staff;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.havenline.http.Request;
import org.havenline.routingconfig.staff.Role;

/// Who asks, and whether a browser was sent by our own page.
///
/// The cookie has the prefix `__Host-` (RFC 6265bis): this host alone set it, over a secure
/// connection, for every path. It is never sent from another site (`SameSite=Strict`); the origin
/// is checked besides, since sites that share our domain count as the same.
public final class Access {
  private static final String COOKIE = "__Host-desk";
  private static final String BEARER = "Bearer ";

  private final SignIn staff;
  private final String origin;

  /// @param publicUrl the address browsers use
  public Access(SignIn staff, URI publicUrl) {
    this.staff = staff;
    this.origin = publicUrl.getScheme() + "://" + publicUrl.getAuthority();
  }

  /// The member of staff who asks.
  ///
  /// @param counts whether it is use of the session
  public Optional<SignedIn> who(Request request, boolean counts) {
    return token(request).flatMap(token -> staff.who(token, counts));
  }

  /// Whether a request may change something or be told something for its cookie: it says that it
  /// comes from our page. A bearer token needs no such proof, no browser adds it by itself.
  public boolean isOurs(Request request) {
    return bearer(request).isPresent()
        || request.header("origin").map(origin::equals).orElse(false)
        || (request.header("origin").isEmpty()
            && request.header("sec-fetch-site").filter("same-origin"::equals).isPresent());
  }

  /// Whether it says that it comes from elsewhere.
  public boolean isForeign(Request request) {
    return request.header("origin").filter(found -> !found.equals(origin)).isPresent()
        || request.header("sec-fetch-site").filter("cross-site"::equals).isPresent();
  }

  /// What makes a browser show the token. It outlives the session: see [Throttle].
  public static String cookie(String token) {
    return "%s=%s; Path=/; Max-Age=%d; Secure; HttpOnly; SameSite=Strict"
        .formatted(COOKIE, token, Throttle.REMEMBERED.toSeconds());
  }

  public static boolean may(SignedIn who, Set<Role> roles) {
    return roles.stream().anyMatch(who::is);
  }

  private static Optional<String> token(Request request) {
    return bearer(request).or(() -> cookie(request));
  }

  /// The token a browser shows, alive or not.
  public static Optional<String> cookie(Request request) {
    return request.headers().getOrDefault("cookie", java.util.List.of()).stream()
        .flatMap(header -> Stream.of(header.split(";")))
        .map(String::strip)
        .filter(pair -> pair.startsWith(COOKIE + "="))
        .map(pair -> pair.substring(COOKIE.length() + 1))
        .findFirst();
  }

  private static Optional<String> bearer(Request request) {
    return request
        .header("authorization")
        .filter(value -> value.startsWith(BEARER))
        .map(value -> value.substring(BEARER.length()));
  }
}
