package org.havenline.simulator.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Fields of a form or a query in their order; names may repeat, as some of Twilio's do.
public record Form(List<Field> fields) {
  /// One name and its value, decoded.
  public record Field(String name, String value) {}

  public static final Form EMPTY = new Form(List.of());

  public Form {
    fields = List.copyOf(fields);
  }

  /// Reads `application/x-www-form-urlencoded`.
  ///
  /// @throws IllegalArgumentException when a percent escape is broken
  public static Form parse(String encoded) {
    var fields = new ArrayList<Field>();
    for (var pair : encoded.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        fields.add(
            equals < 0
                ? new Field(decode(pair), "")
                : new Field(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1))));
      }
    }
    return new Form(fields);
  }

  public Form and(String name, String value) {
    var all = new ArrayList<>(fields);
    all.add(new Field(name, value));
    return new Form(all);
  }

  public Form and(Form more) {
    var all = new ArrayList<>(fields);
    all.addAll(more.fields);
    return new Form(all);
  }

  public Form without(String name) {
    return new Form(fields.stream().filter(f -> !f.name().equals(name)).toList());
  }

  /// Drops what had this name, then adds these.
  public Form replaced(String name, List<String> values) {
    var all = new ArrayList<>(without(name).fields);
    values.forEach(value -> all.add(new Field(name, value)));
    return new Form(all);
  }

  public Optional<String> first(String name) {
    return fields.stream().filter(f -> f.name().equals(name)).map(Field::value).findFirst();
  }

  public List<String> all(String name) {
    return fields.stream().filter(f -> f.name().equals(name)).map(Field::value).toList();
  }

  public String encoded() {
    return fields.stream()
        .map(f -> URLEncoder.encode(f.name(), UTF_8) + "=" + URLEncoder.encode(f.value(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, UTF_8);
  }
}
