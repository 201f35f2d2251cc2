package org.havenline.channel.webchat.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Her place in the queue in words, for every number of people, told small: the few sentences there
/// are, and which of them each number takes. An old phone knows no rules of plurals.
///
/// @param texts sentences, with `#` for the number
/// @param which for each number below [#UNTIL] the index of its sentence, as one letter from `0` on
/// @param digits ten of them, as this language writes them
record Places(List<String> texts, String which, String digits) {
  /// Rules of plurals look at the last two digits: 100 to 199 stand for all that is larger.
  static final int UNTIL = 200;

  private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+");

  static Places of(IntFunction<String> sentence) {
    var texts = new ArrayList<String>();
    var which = new StringBuilder();
    var digits = "0123456789";
    for (int count = 0; count < UNTIL; count++) {
      var text = sentence.apply(count);
      var number = NUMBER.matcher(text);
      if (number.find() && Integer.parseInt(number.group()) == count) {
        if (count == UNTIL - 1) {
          digits = digitsLike(number.group().codePointAt(0));
        }
        text = number.replaceFirst("#");
      }
      if (!texts.contains(text)) {
        texts.add(text);
      }
      which.append((char) ('0' + texts.indexOf(text)));
    }
    return new Places(List.copyOf(texts), which.toString(), digits);
  }

  private static String digitsLike(int one) {
    int zero = one - Character.digit(one, 10);
    return IntStream.range(zero, zero + 10)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
