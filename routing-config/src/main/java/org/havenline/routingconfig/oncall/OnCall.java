package org.havenline.routingconfig.oncall;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.havenline.routingconfig.line.Numbers;
import org.havenline.routingconfig.shift.Absences;
import org.havenline.routingconfig.yaml.Fields;
import org.havenline.routingconfig.yaml.Value;

/// People who are texted when nobody answers, all at once.
///
/// @param numbers texted at any time; E.164, never printed
/// @param rotation people of whom one is texted besides, in turn
public record OnCall(String id, List<String> numbers, Optional<Rotation> rotation) {
  public static OnCall read(Fields fields) {
    var numbers = fields.optional("numbers").map(Value::list);
    var rotation = fields.optional("rotation");
    if (rotation.isEmpty() && numbers.map(List::isEmpty).orElse(true)) {
      fields.at().fault("nobody is on call here", "Add at least one number, or a rotation");
    }
    return new OnCall(
        fields.required("id").map(v -> v.declares("on-call")).orElse(""),
        numbers.orElse(List.of()).stream().map(Numbers::read).toList(),
        rotation.map(OnCall::rotation));
  }

  private static Rotation rotation(Value value) {
    var fields = value.fields();
    var rotation = Rotation.read(fields);
    fields.done();
    return rotation;
  }

  public List<Callee> at(Instant now, Absences absences) {
    return Stream.concat(phones(), rotation.flatMap(turns -> turns.onCall(now, absences)).stream())
        .toList();
  }

  /// Everyone who is ever on call here.
  public List<Callee> everyone() {
    return Stream.concat(
            phones(),
            rotation.stream()
                .flatMap(turns ->
                    Stream.concat(
                        turns.people().stream(), turns.standIns().stream().map(StandIn::who))))
        .distinct()
        .toList();
  }

  private Stream<Callee> phones() {
    return numbers.stream().map(Callee.Phone::new);
  }

  @Override
  public String toString() {
    return "OnCall[" + id + ", " + numbers.size() + ", " + rotation + "]";
  }
}
