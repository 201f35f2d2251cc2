package org.havenline.channel.twilio.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.havenline.channel.Address;
import org.havenline.channel.twilio.LineNumbers;
import org.havenline.channel.twilio.PublicUrl;
import org.havenline.channel.twilio.Signing.Pair;
import org.havenline.channel.twilio.TwilioSignature;
import org.havenline.contact.LineId;
import org.havenline.routingconfig.Channel;

/// One line with one number, and what Twilio sends to it.
final class Numbers {
  static final String TOKEN = "0123456789abcdef0123456789abcdef";
  static final String BASE = "https://line.example.org";
  static final LineId LINE = new LineId("north");
  static final LineId FALLBACK = new LineId("fallback");
  static final String OURS = "+15005550006";
  static final String HERS = "+380501234567";
  static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  static final LineNumbers LINES =
      new LineNumbers(
          Map.of(new Address(Channel.SMS, OURS), LINE, new Address(Channel.WHATSAPP, OURS), LINE),
          FALLBACK);
  static final TwilioSignature SIGNATURE =
      new TwilioSignature(new PublicUrl(BASE), () -> List.of(TOKEN));

  private Numbers() {}

  /// A plain text as Twilio posts it, changed by name=value pairs; `-name` takes a field out.
  static List<Pair> text(String... changes) {
    var pairs = new ArrayList<Pair>();
    for (var each :
        List.of(
            "MessageSid=SM00000000000000000000000000000001",
            "AccountSid=AC00000000000000000000000000000001",
            "From=" + HERS,
            "To=" + OURS,
            "Body=help me",
            "NumMedia=0",
            "NumSegments=1",
            "ApiVersion=2010-04-01")) {
      pairs.add(pair(each));
    }
    for (var change : changes) {
      if (change.startsWith("-")) {
        pairs.removeIf(pair -> pair.name().equals(change.substring(1)));
      } else if (change.startsWith("+")) {
        pairs.add(pair(change.substring(1)));
      } else {
        pairs.removeIf(pair -> pair.name().equals(pair(change).name()));
        pairs.add(pair(change));
      }
    }
    return pairs;
  }

  private static Pair pair(String written) {
    int equals = written.indexOf('=');
    return new Pair(written.substring(0, equals), written.substring(equals + 1));
  }
}
