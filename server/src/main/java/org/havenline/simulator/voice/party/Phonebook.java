package org.havenline.simulator.voice.party;

/// Who answers at an address.
@FunctionalInterface
public interface Phonebook {
  /// @param address E.164, `client:name` or `sip:…`
  Party at(String address);
}
