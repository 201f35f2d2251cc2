package org.havenline.simulator.voice.web;

import org.havenline.simulator.web.Form;
import org.havenline.simulator.webhook.Signature;

/// A webhook.
///
/// @param url as Twilio would call it; of a GET with all parameters in its query
/// @param form the fields; of a GET those that were put into the query
/// @param signing by whom
public record WebRequest(String method, String url, Form form, Signature signing) {
  /// One parameter, empty when absent.
  public String get(String name) {
    return form.first(name).orElse("");
  }

  /// `X-Twilio-Signature`.
  public String signature() {
    return signing.of(url, method.equals("GET") ? Form.EMPTY : form);
  }
}
