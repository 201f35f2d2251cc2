package org.havenline.routingconfig.shift;

import java.util.LinkedHashSet;
import java.util.List;
import org.havenline.routingconfig.yaml.Fields;
import org.havenline.routingconfig.yaml.Value;

/// Responders who are expected when a shift would otherwise be empty.
public record Group(String id, List<String> members) {

  public static Group read(Fields fields) {
    var members = fields.required("members").map(Group::people);
    members
        .filter(List::isEmpty)
        .ifPresent(_ -> fields.at().fault("nobody is in this group", "Add at least one member"));
    return new Group(
        fields.required("id").map(id -> id.declares("group")).orElse(""),
        members.orElse(List.of()));
  }

  /// Responders, each once.
  static List<String> people(Value list) {
    var people = new LinkedHashSet<String>();
    for (var value : list.list()) {
      var id = value.refersTo("responder");
      if (!id.isEmpty() && !people.add(id)) {
        value.fault("the same responder is there twice", "Remove one of the two");
      }
    }
    return List.copyOf(people);
  }
}
