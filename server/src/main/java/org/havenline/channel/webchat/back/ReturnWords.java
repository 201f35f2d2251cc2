package org.havenline.channel.webchat.back;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What opens a chat once more: everyday things with a number each, so that on paper they look like
/// a list of what things cost. 9 × log₂(32 × 900) = 133 random bits, so that a plain hash cannot be
/// tried through.
///
/// @param items in the order she was given them
public record ReturnWords(List<Item> items) {
  static final int LINES = 9;

  /// Which numbers there are: those of three digits.
  static final int LEAST = 100;

  static final int NUMBERS = 900;

  /// One line.
  ///
  /// @param thing index in a list of [Things], the same in every language
  record Item(int thing, int number) {}

  public ReturnWords {
    items = List.copyOf(items);
  }

  static ReturnWords random(RandomGenerator random) {
    return new ReturnWords(
        IntStream.range(0, LINES)
            .mapToObj(_ -> new Item(random.nextInt(Things.MANY), LEAST + random.nextInt(NUMBERS)))
            .toList());
  }

  /// The only form in which they are stored.
  String hash() {
    var plain =
        items.stream()
            .map(item -> item.thing() + " " + item.number())
            .collect(Collectors.joining("\n"));
    return hash(plain);
  }

  static String hash(String plain) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(plain.getBytes(US_ASCII));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// As she is shown them.
  public List<String> lines(List<String> things) {
    return items.stream().map(item -> things.get(item.thing()) + " " + item.number()).toList();
  }

  /// Nothing of them gets into a log.
  @Override
  public String toString() {
    return "ReturnWords";
  }
}
