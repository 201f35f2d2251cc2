package org.havenline.routingconfig.yaml;

import java.util.Map;

/// Where each id of a kind was declared, for findings that are made after the reading.
public record Places(Map<String, Map<String, Place>> byKind) {

  public Place of(String kind, String id) {
    return byKind.getOrDefault(kind, Map.of()).getOrDefault(id, new Place("", 0));
  }
}
