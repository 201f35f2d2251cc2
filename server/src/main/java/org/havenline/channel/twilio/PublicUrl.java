package org.havenline.channel.twilio;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/// The address under which Twilio reaches us: from the settings, never from a request's Host
/// header, which anybody can write.
///
/// @param base scheme, host, perhaps port and path, no slash at the end
public record PublicUrl(String base) {
  public PublicUrl {
    base = base.replaceFirst("/+$", "");
    var uri = URI.create(base);
    if (uri.getHost() == null
        || !("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
      throw new IllegalArgumentException("the public URL must be http(s)://host");
    }
  }

  /// What Twilio may have signed for a request target: the port left out of an HTTPS call, the
  /// default port written out, an apostrophe of the query escaped (twilio.md §3.1).
  List<String> candidates(String target) {
    return Stream.of(base, otherPort())
        .flatMap(start -> Stream.of(start + target, start + target.replace("'", "%27")))
        .distinct()
        .toList();
  }

  /// The base without its port, or with the default one written out when it has none. By hand: URI
  /// would decode and encode the rest anew.
  private String otherPort() {
    var uri = URI.create(base);
    int from = base.indexOf("://") + 3;
    int to = base.indexOf('/', from);
    var authority = to < 0 ? base.substring(from) : base.substring(from, to);
    var rest = to < 0 ? "" : base.substring(to);
    var changed =
        uri.getPort() >= 0
            ? authority.substring(0, authority.lastIndexOf(':'))
            : authority + ("https".equals(uri.getScheme()) ? ":443" : ":80");
    return uri.getScheme() + "://" + changed + rest;
  }
}
