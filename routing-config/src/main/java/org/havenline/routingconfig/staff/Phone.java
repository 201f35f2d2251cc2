package org.havenline.routingconfig.staff;

import org.havenline.routingconfig.line.Numbers;
import org.havenline.routingconfig.yaml.Value;

/// Where somebody is rung for calls.
public sealed interface Phone {
  /// How the table names the second kind.
  String BROWSER = "browser";

  /// @param number in E.164; never printed
  record Telephone(String number) implements Phone {
    @Override
    public String toString() {
      return "Telephone[hidden]";
    }
  }

  /// The console they are signed in to; it rings only while that is open and they are on duty.
  record Browser() implements Phone {}

  static Phone read(Value value) {
    var text = value.text();
    if (text.equals(BROWSER)) {
      return new Browser();
    }
    if (!Numbers.exists(text)) {
      value.fault(
          "this is not a telephone number that exists, nor 'browser'",
          "Write a number as \"+\", country code and number without spaces, in quotes; or browser,"
              + " to be rung at the console");
    }
    return new Telephone(text);
  }
}
