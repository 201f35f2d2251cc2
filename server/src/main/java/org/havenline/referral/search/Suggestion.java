package org.havenline.referral.search;

import org.havenline.referral.directory.ServiceKind;

/// What a responder may mean with the letters typed so far.
public sealed interface Suggestion {
  String text();

  /// @param text in the responder's language
  record Kind(ServiceKind kind, String text) implements Suggestion {}

  /// @param text the name as written
  record Organization(String text) implements Suggestion {}
}
