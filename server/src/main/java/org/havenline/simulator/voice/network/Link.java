package org.havenline.simulator.voice.network;

import java.net.URI;
import java.util.Optional;
import org.havenline.simulator.twiml.Verb;

/// An address and how it is asked.
///
/// @param method GET or POST
public record Link(String method, String url) {
  public static Link post(String url) {
    return new Link("POST", url);
  }

  /// Of an attribute; empty when it is absent or has no words.
  public static Optional<Link> in(Verb verb, String url, String method) {
    return verb.given(url).filter(u -> !u.isEmpty()).map(u -> new Link(verb.method(method), u));
  }

  /// Absolute, seen from a document; empty when that cannot be, as from a document without an
  /// address.
  public Optional<Link> from(String base) {
    try {
      var absolute = base.isEmpty() ? URI.create(url) : URI.create(base).resolve(url);
      return absolute.isAbsolute()
          ? Optional.of(new Link(method, absolute.toString()))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
