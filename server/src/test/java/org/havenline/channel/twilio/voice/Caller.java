package org.havenline.channel.twilio.voice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.havenline.simulator.voice.party.Handset;
import org.havenline.simulator.voice.party.Party;
import org.havenline.simulator.voice.party.Ring;
import org.havenline.simulator.voice.party.Sound;
import org.havenline.translations.Reading;
import org.havenline.translations.Texts;

/// A caller who finds her language in the menu, on whatever level it is, and later presses the key
/// that a sentence names.
///
/// @param language BCP 47
/// @param stays until she hangs up
/// @param wants keys of sentences whose key she presses, each time she hears it
record Caller(String language, Duration stays, List<String> wants) implements Party {
  static final Texts TEXTS = ((Reading.Sound) Texts.shipped()).texts();

  static Caller speaking(String language, Duration stays) {
    return new Caller(language, stays, List.of());
  }

  Caller wanting(String sentence) {
    var more = new ArrayList<>(wants);
    more.add(sentence);
    return new Caller(language, stays, more);
  }

  @Override
  public Ring ring() {
    return new Ring.PicksUp(Duration.ofSeconds(1), false);
  }

  @Override
  public void began(Handset phone) {
    phone.hangUp(stays);
  }

  @Override
  public void hears(Handset phone, Sound sound) {
    key(phone, sound, "callLanguage", language);
    key(phone, sound, "callOthers", "en");
    wants.forEach(sentence -> key(phone, sound, sentence, language));
  }

  private void key(Handset phone, Sound sound, String sentence, String tongue) {
    for (int key = 1; key <= 9; key++) {
      if (sound.words().equals(words(sentence, tongue, key))) {
        phone.press(Duration.ofMillis(400), Integer.toString(key));
      }
    }
  }

  static String words(String sentence, String tongue, int key) {
    return TEXTS.text(sentence, tongue, Map.of("key", Integer.toString(key)));
  }
}
