package org.havenline.channel;

/// Why a message out did not arrive, in the words a responder reads and by what can be done.
public enum DeliveryProblem {
  OPTED_OUT("This number cannot be texted: STOP was sent from it. Offer another way to talk."),
  INVALID_NUMBER("This is not a number that can be texted."),
  UNREACHABLE("The phone is switched off or out of reach."),
  LANDLINE("This number takes no texts, perhaps a landline. A call may reach it."),
  BLOCKED("The carrier or the phone blocks texts to this number."),
  FILTERED("The carrier held the text back as unwanted. The supervisor has to look at it."),
  WINDOW_CLOSED("WhatsApp allows free text only within 24 hours of the person's last message."),
  TOO_LATE("It could not be delivered in time and will not be delivered late."),
  TOO_MANY("Too many texts at once; the provider did not take this one."),
  TOO_LONG("The text is too long to be sent."),
  NOT_SET_UP("The line's number is not set up to send this. The administrator has to look at it."),
  UNEXPLAINED("It was not delivered; the carrier did not say why.");

  private final String words;

  DeliveryProblem(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /// Whether every further text will meet the same problem until staff act on it.
  public boolean needsStaff() {
    return this == FILTERED || this == NOT_SET_UP;
  }
}
