package org.havenline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworksTest {
  private static final Networks NETWORKS = new Networks(Set.of(InetAddress.ofLiteral("10.0.0.7")));

  private static Optional<String> network(String peer, String... forwarded) {
    return NETWORKS.of(
        new Request(
            "GET",
            "/",
            "/",
            Map.of("x-forwarded-for", List.of(forwarded)),
            Map.of(),
            Map.of(),
            new byte[0],
            peer));
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.9, cb0071",
    "203.0.113.200, cb0071",
    "203.0.114.9, cb0072",
    "::ffff:203.0.113.9, cb0071",
    "2001:db8:1:200::1, 20010db8000102",
    "2001:db8:1:2ff:a::1, 20010db8000102",
    "2001:db8:1:300::1, 20010db8000103"
  })
  void anAddressIsOfANetworkAsLargeAsAHouse(String address, String network) {
    assertThat(network(address)).contains(network);
  }

  @Test
  void onlyWhatProxiesOfOursHaveWrittenIsBelieved() {
    assertThat(network("127.0.0.1", "203.0.113.9")).contains("cb0071");
    assertThat(network("127.0.0.1", "198.51.100.1, 203.0.113.9")).contains("cb0071");
    assertThat(network("127.0.0.1", "198.51.100.1", "203.0.113.9, 10.0.0.7")).contains("cb0071");
    assertThat(network("203.0.113.9", "198.51.100.1")).as("no proxy").contains("cb0071");
    assertThat(network("::1", "2001:db8:1:200::1")).contains("20010db8000102");
  }

  @Test
  void whatIsNotKnownIsNoNetwork() {
    assertThat(network("127.0.0.1")).isEmpty();
    assertThat(network("127.0.0.1", "10.0.0.7")).isEmpty();
    assertThat(network("")).isEmpty();
    assertThat(network("127.0.0.1", "198.51.100.1, nonsense")).isEmpty();
    assertThat(network("127.0.0.1", "198.51.100.1,")).isEmpty();
    assertThat(network("127.0.0.1", "example.org")).as("no name is looked up").isEmpty();
  }
}
