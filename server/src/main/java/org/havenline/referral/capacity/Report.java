package org.havenline.referral.capacity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;

/// What a service said is free.
///
/// @param at when it said so
public record Report(Figures figures, Instant at, Way way) {
  /// As it is kept.
  public ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    var free = json.putObject("free");
    figures.free().forEach((unit, n) -> free.put(unit.word(), n));
    return json.put("at", at.toEpochMilli()).put("way", way.word());
  }

  public static Report read(JsonNode json) {
    var free = new EnumMap<Unit, Integer>(Unit.class);
    json.path("free")
        .properties()
        .forEach(
            one -> Unit.of(one.getKey()).ifPresent(unit -> free.put(unit, one.getValue().asInt())));
    return new Report(
        new Figures(free),
        Instant.ofEpochMilli(json.path("at").asLong()),
        Way.valueOf(json.path("way").asText().toUpperCase(Locale.ROOT)));
  }
}
