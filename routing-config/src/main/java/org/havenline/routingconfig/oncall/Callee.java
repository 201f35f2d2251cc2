package org.havenline.routingconfig.oncall;

import org.havenline.routingconfig.line.Numbers;
import org.havenline.routingconfig.yaml.Value;

/// Someone on call: a responder, reached at the phone of her entry, or a bare number.
public sealed interface Callee {

  record Person(String responder) implements Callee {}

  /// @param number E.164; never printed
  record Phone(String number) implements Callee {
    @Override
    public String toString() {
      return "Phone";
    }
  }

  /// An id of a responder, or a number, which begins with `+`.
  static Callee read(Value value) {
    return value.text().startsWith("+")
        ? new Phone(Numbers.read(value))
        : new Person(value.refersTo("responder"));
  }
}
