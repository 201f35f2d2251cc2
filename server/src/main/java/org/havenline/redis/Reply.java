package org.havenline.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What Redis answered, read as the caller expects it.
///
/// @param value a number, bytes, a list of such, or null
public record Reply(@Nullable Object value) {

  public boolean isNull() {
    return value == null;
  }

  /// @throws IllegalStateException when the answer is not a number
  public long number() {
    return switch (value) {
      case Long number -> number;
      case byte[] digits -> Long.parseLong(new String(digits, UTF_8));
      case null, default -> throw new IllegalStateException("not a number");
    };
  }

  public byte[] bytes() {
    return optionalBytes().orElseThrow(() -> new IllegalStateException("no bytes"));
  }

  public Optional<byte[]> optionalBytes() {
    return value instanceof byte[] found ? Optional.of(found) : Optional.empty();
  }

  public String text() {
    return new String(bytes(), UTF_8);
  }

  public Optional<String> optionalText() {
    return optionalBytes().map(bytes -> new String(bytes, UTF_8));
  }

  public List<Reply> list() {
    if (!(value instanceof List<?> items)) {
      return List.of();
    }
    var replies = new ArrayList<Reply>(items.size());
    for (var item : items) {
      replies.add(new Reply(item));
    }
    return replies;
  }

  public List<String> texts() {
    return list().stream().map(Reply::text).toList();
  }

  /// A list of names and values in turn, as HGETALL answers.
  public Map<String, byte[]> fields() {
    var items = list();
    var fields = new LinkedHashMap<String, byte[]>();
    for (int i = 0; i + 1 < items.size(); i += 2) {
      fields.put(items.get(i).text(), items.get(i + 1).bytes());
    }
    return fields;
  }
}
