package org.havenline.simulator.voice.web;

import org.havenline.simulator.web.Form;

/// A webhook.
///
/// @param url as Twilio would call it; of a GET with all parameters in its query
/// @param form the fields; of a GET those that were put into the query
/// @param signature `X-Twilio-Signature`
public record WebRequest(String method, String url, Form form, String signature) {
  /// One parameter, empty when absent.
  public String get(String name) {
    return form.first(name).orElse("");
  }
}
