package org.havenline.referral.consent;

import org.havenline.contact.MessageId;

/// How she said it.
public sealed interface How {
  /// In a message of the conversation.
  record Written(MessageId message) implements How {}

  /// Aloud, to who noted it.
  record Spoken() implements How {}
}
