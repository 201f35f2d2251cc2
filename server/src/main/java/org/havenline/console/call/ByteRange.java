package org.havenline.console.call;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.havenline.http.Request;
import org.havenline.http.Response;

/// Part of a file, as browsers ask for it that play a sound (RFC 9110, section 14): one range; of
/// several, or of what is no range, the whole is the answer.
///
/// @param from the first byte, from 0
/// @param to the last byte
record ByteRange(int from, int to) {
  private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,9})-(\\d{0,9})");

  static Response answer(Request request, String type, byte[] whole) {
    var asked = ONE.matcher(request.header("range").orElse("").strip());
    if (!asked.matches() || (asked.group(1) + asked.group(2)).isEmpty()) {
      return sound(200, type, whole);
    }
    var range = of(asked.group(1), asked.group(2), whole.length);
    if (range.from() > range.to()) {
      return Response.empty(416).with("content-range", "bytes */" + whole.length);
    }
    var part = Arrays.copyOfRange(whole, range.from(), range.to() + 1);
    return sound(206, type, part)
        .with("content-range", "bytes " + range.from() + "-" + range.to() + "/" + whole.length);
  }

  private static Response sound(int status, String type, byte[] body) {
    return new Response(status, Map.of("content-type", type, "accept-ranges", "bytes"), body);
  }

  /// `5-` is from the sixth on, `-5` are the last five.
  private static ByteRange of(String from, String to, int length) {
    if (from.isEmpty()) {
      return new ByteRange(Math.max(0, length - Integer.parseInt(to)), length - 1);
    }
    int last = to.isEmpty() ? length - 1 : Math.min(Integer.parseInt(to), length - 1);
    return new ByteRange(Integer.parseInt(from), last);
  }
}
