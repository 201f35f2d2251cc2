package org.havenline.simulator.voice;

import org.havenline.simulator.web.Form;

/// Somebody calls.
///
/// @param from E.164, `client:name`, `sip:…`, or a word such as `anonymous`
/// @param to a number of the account
/// @param extra fields of every request about the call, to add: `StirVerstat`, `FromCity`
public record Incoming(String from, String to, Form extra) {
  public Incoming(String from, String to) {
    this(from, to, Form.EMPTY);
  }
}
