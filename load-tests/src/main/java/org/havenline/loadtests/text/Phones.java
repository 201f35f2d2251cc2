package org.havenline.loadtests.text;

import java.util.List;
import java.util.random.RandomGenerator;

/// Phones that write, each several texts, in the languages and the lengths people use.
public final class Phones {
  private static final List<String> WORDS =
      List.of(
          "please help me",
          "necesito ayuda",
          "no puedo salir de aquí",
          "they took my passport",
          "aidez-moi s'il vous plaît",
          "я не можу піти",
          "لا أستطيع الخروج",
          "he will be back soon",
          "STOP",
          "are you there");

  private final RandomGenerator random;
  private final int phones;
  private final int first;

  /// @param first the last seven digits of the first phone: runs that share a store differ in it
  public Phones(RandomGenerator random, int phones, int first) {
    this.random = random;
    this.phones = phones;
    this.first = first;
  }

  /// The next text of any of them. Sids are random, as Twilio's.
  public synchronized Text next() {
    return from(random.nextInt(phones));
  }

  public synchronized Text from(int phone) {
    var body = new StringBuilder(WORDS.get(random.nextInt(WORDS.size())));
    for (int more = random.nextInt(3); more > 0; more--) {
      body.append(". ").append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return says(phone, body.toString());
  }

  /// In English, of no special urgency: any responder of the shipped tables may be asked.
  public synchronized Text greetingFrom(int phone) {
    return says(phone, "Hello, are you there? I would like to talk with somebody about my work");
  }

  private Text says(int phone, String body) {
    var sid = "SM%016x%016x".formatted(random.nextLong(), random.nextLong());
    return new Text(sid, "+1202%07d".formatted(first + phone), body);
  }
}
