package org.havenline.simulator.twiml;

/// What Twilio's debugger would say of a document.
///
/// @param code of https://www.twilio.com/docs/api/errors
/// @param fatal whether the call ends by it; else the verb or attribute is passed over
/// @param where the element, `Gather/Say`
public record Complaint(int code, boolean fatal, String where, String what) {
  /// The document is no well-formed `<Response>`.
  static final int PARSE = 12_100;

  /// Well-formed, and against the schema.
  public static final int SCHEMA = 12_200;

  static Complaint fatal(String what) {
    return new Complaint(PARSE, true, "", what);
  }

  static Complaint schema(String where, String what) {
    return new Complaint(SCHEMA, false, where, what);
  }
}
