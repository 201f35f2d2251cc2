package org.havenline.channel.twilio.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/// Signed forms that no ordinary phone sends, by a seeded generator. Values are written as they go
/// over the wire, so that escapes and bytes can be broken on purpose.
final class PoisonForms {
  private static final List<String> NAMES =
      List.of(
          "MessageSid",
          "From",
          "To",
          "Body",
          "NumMedia",
          "MediaUrl0",
          "MediaContentType0",
          "OptOutType",
          "AccountSid",
          "Latitude",
          "Longitude",
          "Label",
          "ProfileName",
          "%00",
          "",
          "__proto__",
          "Body%5B%5D");
  private static final List<String> VALUES =
      List.of(
          "",
          "%FF",
          "%C0%AF",
          "%ED%A0%80",
          "%",
          "%zz",
          "%2",
          "\u00ff\u00fe",
          "%00",
          "a%00b",
          "%0D%0A",
          "%1B%5B31m",
          "%E2%80%AE",
          "%F0%9F%91%A9%E2%80%8D",
          "%CC%81".repeat(2_000),
          "1".repeat(1_000),
          "%2B00",
          "%2B1" + "5".repeat(900),
          "whatsapp:",
          "whatsapp:whatsapp:%2B1",
          "rcs:x",
          "anonymous",
          "-1",
          "NaN",
          "10",
          "1e999",
          "99999999999999999999",
          "http%3A%2F%2F127.0.0.1%2F",
          "..%2F..%2F",
          "%25252e",
          "%3C%2FSay%3E%3CDial%3E",
          "%26%23x0%3B",
          "=cmd|'/c'!A1",
          "STOP",
          "%EF%BB%BF",
          "%FE%FF%00h",
          "${jndi:x}",
          "{{7*7}}",
          "x".repeat(20_000));

  private final RandomGenerator random;

  PoisonForms(RandomGenerator random) {
    this.random = random;
  }

  byte[] next() {
    var fields =
        new ArrayList<>(
            List.of(
                "MessageSid=SM" + "%032x".formatted(random.nextLong() >>> 1),
                "From=%2B380501234567",
                "To=%2B15005550006",
                "Body=help",
                "NumMedia=0"));
    for (int i = random.nextInt(1, 5); i > 0; i--) {
      switch (random.nextInt(4)) {
        case 0 -> fields.add(any(NAMES) + "=" + any(VALUES));
        case 1 -> fields.set(random.nextInt(fields.size()), any(NAMES) + "=" + any(VALUES));
        case 2 -> fields.remove(random.nextInt(fields.size()));
        default -> fields.add(any(NAMES) + any(VALUES));
      }
      if (fields.isEmpty()) {
        break;
      }
    }
    Collections.shuffle(fields, random);
    return String.join("&", fields).getBytes(ISO_8859_1);
  }

  private String any(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
