package org.havenline.routingconfig;

/// What a person may ask for in who answers her, and what a responder has said of herself. A wish
/// is never relaxed.
public enum Gender {
  WOMAN,
  MAN
}
