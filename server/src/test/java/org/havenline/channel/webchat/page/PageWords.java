package org.havenline.channel.webchat.page;

import java.net.URI;
import java.util.List;
import org.havenline.translations.Pseudo;
import org.havenline.translations.Reading;
import org.havenline.translations.Texts;
import org.havenline.translations.locale.LocaleChoice;
import org.havenline.translations.locale.LocaleChoice.Offered;

/// The shipped texts, and beside them the two languages that nobody speaks.
final class PageWords {
  static final Texts TEXTS = Pseudo.beside(((Reading.Sound) Texts.shipped()).texts());

  /// All there are, English first.
  static final List<Offered> TONGUES = new LocaleChoice(TEXTS.languages()).all();

  private PageWords() {}

  static Page page(URI exit) {
    return new Page(TEXTS::text, TONGUES, exit, Partners.NONE);
  }
}
