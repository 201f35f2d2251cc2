package org.havenline.routingconfig;

/// The door through which a person reaches a line.
public enum Channel {
  SMS,
  WHATSAPP,
  VOICE,
  WEBCHAT
}
