package org.havenline.channel.twilio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.havenline.http.Request;

/// Valid webhooks and mutated ones, by a seeded generator.
///
/// A mutation must change the string that Twilio signs, else it is none: the order of fields, a
/// value repeated and a boundary moved between a name and its value leave it as it is, by Twilio's
/// own definition. So each mutant's string is compared with the original's and drawn again when
/// equal. Likewise the default port written out means the same address.
final class RandomWebhooks {
  static final String TOKEN = "0123456789abcdef0123456789abcdef";
  static final String BASE = "https://line.example.org";

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "help  ",
          "  +1 ",
          "a+b",
          "100%",
          "%41",
          "a&b=c",
          "ñáéíóú",
          "مساعدة",
          "допоможіть",
          "请帮助我",
          "👩‍👩‍👧‍👧",
          "line\r\nbreak",
          "nul\0",
          "'",
          "#fragment",
          "\u202Ertl",
          "a".repeat(1600));
  private static final List<String> NAMES =
      List.of(
          "MessageSid",
          "AccountSid",
          "From",
          "To",
          "Body",
          "NumMedia",
          "FromCity",
          "body",
          "Reason",
          "ReasonConferenceEnded",
          "FieldOfTomorrow",
          "Ünicode",
          "With Space",
          "x[]");
  private static final List<String> TARGETS =
      List.of(
          "/twilio/messages",
          "/twilio/messages/status?m=abc123",
          "/twilio/messages?x=a%20b&y=%2B",
          "/twilio/messages?q=it's",
          "/twilio/voice?a=1&a=2&b=");

  private final RandomGenerator random;

  RandomWebhooks(RandomGenerator random) {
    this.random = random;
  }

  private record Draft(String base, String target, List<Signing.Pair> pairs) {
    String canonical() {
      return Signing.canonical(base + target, pairs);
    }
  }

  Request valid() {
    var draft = draft();
    return Signing.signed(TOKEN, draft.base, draft.target, draft.pairs);
  }

  /// A request whose signature, if it has one, belongs to something else.
  Request mutated() {
    while (true) {
      var signed = draft();
      var signature = Signing.sign(TOKEN, signed.canonical());
      int kind = random.nextInt(16);
      if (kind >= 10) {
        return Signing.request(
            signed.target, Signing.encode(signed.pairs), wrongSignature(kind, signed, signature));
      }
      var sent = kind < 6 ? changed(kind, signed) : signed;
      if (kind >= 6) {
        signature = Signing.sign(TOKEN, Signing.canonical(elsewhere(kind, signed), signed.pairs));
      }
      if (kind >= 6 || !sent.canonical().equals(signed.canonical())) {
        return Signing.request(sent.target, Signing.encode(sent.pairs), List.of(signature));
      }
    }
  }

  private Draft draft() {
    var pairs = new ArrayList<Signing.Pair>();
    for (int i = random.nextInt(1, 12); i > 0; i--) {
      pairs.add(new Signing.Pair(any(NAMES), any(TEXTS) + random.nextInt(3)));
      if (random.nextInt(4) == 0) {
        pairs.add(new Signing.Pair(pairs.getLast().name(), any(TEXTS)));
      }
    }
    return new Draft(BASE, any(TARGETS), pairs);
  }

  private Draft changed(int kind, Draft draft) {
    var pairs = new ArrayList<>(draft.pairs);
    int at = random.nextInt(pairs.size());
    var old = pairs.get(at);
    var target = draft.target;
    switch (kind) {
      case 0 -> pairs.add(at, new Signing.Pair("Added" + random.nextInt(9), any(TEXTS)));
      case 1 -> pairs.remove(at);
      case 2 -> pairs.add(new Signing.Pair(old.name(), old.value() + "x"));
      case 3 -> pairs.set(at, new Signing.Pair(old.name(), any(TEXTS) + "y"));
      case 4 -> target = target.replace("/twilio", any(List.of("/twili0", "//twilio", "/Twilio")));
      default -> target += (target.contains("?") ? "&" : "?") + "z=" + random.nextInt(9);
    }
    return new Draft(draft.base, target, pairs);
  }

  /// What Twilio signed when it called another address than ours.
  private static String elsewhere(int kind, Draft draft) {
    var base =
        switch (kind) {
          case 6 -> "https://line.example.net";
          case 7 -> "http://line.example.org";
          case 8 -> "https://line.example.org:8443";
          default -> "https://LINE.example.org";
        };
    return base + draft.target;
  }

  private List<String> wrongSignature(int kind, Draft draft, String signature) {
    return switch (kind) {
      case 10 -> List.of("");
      case 11 -> List.of();
      case 12 -> List.of(Signing.sign("fedcba9876543210fedcba9876543210", draft.canonical()));
      case 13 -> List.of(signature.substring(0, signature.length() - 1));
      case 14 -> List.of(signature, signature);
      default ->
          List.of(
              signature.equals(signature.toLowerCase(Locale.ROOT))
                  ? "x" + signature
                  : signature.toLowerCase(Locale.ROOT));
    };
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
