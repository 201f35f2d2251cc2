package org.havenline.routingconfig.staff;

import java.util.List;
import org.havenline.routingconfig.line.Numbers;
import org.havenline.routingconfig.yaml.Fields;
import org.havenline.routingconfig.yaml.Value;

/// People who are texted when nobody answers, all at once.
///
/// @param numbers E.164; never printed
public record OnCall(String id, List<String> numbers) {
  public static OnCall read(Fields fields) {
    var numbers = fields.required("numbers").map(Value::list);
    numbers
        .filter(List::isEmpty)
        .ifPresent(_ -> fields.at().fault("nobody is on call here", "Add at least one number"));
    return new OnCall(
        fields.required("id").map(v -> v.declares("on-call")).orElse(""),
        numbers.orElse(List.of()).stream().map(Numbers::read).toList());
  }

  @Override
  public String toString() {
    return "OnCall[" + id + ", " + numbers.size() + "]";
  }
}
