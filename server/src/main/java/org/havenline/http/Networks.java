package org.havenline.http;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// From which network a request came: the first 24 bits of an IPv4 address, the first 56 of an IPv6
/// address, about as much as one household, school or shelter has.
///
/// `X-Forwarded-For` is believed as far as it was written by a proxy on this machine or a trusted
/// one: from its end on, up to the first address that is none of them. What stands before that,
/// anybody may have written.
///
/// @param trusted proxies on other machines
public record Networks(Set<InetAddress> trusted) {
  private static final int IPV4_BYTES = 3;
  private static final int IPV6_BYTES = 7;

  /// Empty when it is not known, as behind a proxy that does not say for whom it asks. The network
  /// is as personal as the address: to be hashed, and soon forgotten.
  public Optional<String> of(Request request) {
    var said =
        request.headers().getOrDefault("x-forwarded-for", List.of()).stream()
            .flatMap(header -> Arrays.stream(header.split(",", -1)))
            .toList();
    var found = address(request.peer());
    for (int i = said.size() - 1; i >= 0 && found.filter(this::isProxy).isPresent(); i--) {
      found = address(said.get(i).strip());
    }
    return found.filter(one -> !isProxy(one)).map(Networks::network);
  }

  private boolean isProxy(InetAddress address) {
    return address.isLoopbackAddress() || trusted.contains(address);
  }

  private static Optional<InetAddress> address(String literal) {
    try {
      return Optional.of(InetAddress.ofLiteral(literal));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String network(InetAddress address) {
    var bytes = address.getAddress();
    return HexFormat.of().formatHex(bytes, 0, bytes.length == 4 ? IPV4_BYTES : IPV6_BYTES);
  }
}
