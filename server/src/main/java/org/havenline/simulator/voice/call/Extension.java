package org.havenline.simulator.voice.call;

import java.time.Duration;
import java.util.regex.Pattern;
import org.havenline.simulator.voice.party.Sound;

/// `SendDigits`: keys pressed as soon as somebody picks up, before any document is asked for. `w`
/// is half a second, `W` a whole one.
public final class Extension {
  private static final Pattern FORM = Pattern.compile("[0-9*#wW]{1,32}");
  private static final Pattern PARTS = Pattern.compile("[wW]+|[0-9*#]+");
  private static final Duration HALF = Duration.ofMillis(500);
  private static final Duration KEY = Duration.ofMillis(200);

  private Extension() {}

  public static boolean isOne(String keys) {
    return FORM.matcher(keys).matches();
  }

  /// @param then follows when all are pressed and the call is not over
  public static void dial(Call call, String keys, Runnable then) {
    var network = call.network();
    var time = Duration.ZERO;
    call.answer();
    for (var part : PARTS.matcher(keys).results().map(found -> found.group()).toList()) {
      if (Character.toLowerCase(part.charAt(0)) == 'w') {
        long halves = part.chars().mapToLong(one -> one == 'W' ? 2 : 1).sum();
        time = time.plus(HALF.multipliedBy(halves));
      } else {
        var length = KEY.multipliedBy(part.length());
        network.after(time, () -> press(call, part, length));
        time = time.plus(length);
      }
    }
    network.after(
        time,
        () -> {
          if (!call.status().over()) {
            then.run();
          }
        });
  }

  private static void press(Call call, String keys, Duration length) {
    if (!call.status().over()) {
      call.network().after(length, call.hear(new Sound.Keys(keys)));
    }
  }
}
