package org.havenline.simulator.voice.party;

/// Who is at the other end of one call.
public interface Party {
  /// What becomes of the phone when it is called; not asked of who calls herself.
  Ring ring();

  /// The phone rings.
  default void rings(Handset phone) {}

  /// She has dialled, or picked up.
  default void began(Handset phone) {}

  /// A sound begins.
  default void hears(Handset phone, Sound sound) {}

  default void over(EndReason why) {}
}
