package org.havenline.routingconfig.asking;

import org.havenline.routingconfig.yaml.Fields;

/// A community so small that its members may know each other: a person may ask that nobody of hers
/// answers.
///
/// @param name as staff read it
public record Community(String id, String name) {
  public static Community read(Fields fields) {
    return new Community(
        fields.required("id").map(v -> v.declares("community")).orElse(""), fields.text("name"));
  }
}
