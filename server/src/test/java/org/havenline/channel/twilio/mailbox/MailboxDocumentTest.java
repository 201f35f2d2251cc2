package org.havenline.channel.twilio.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.havenline.channel.twilio.PublicUrl;
import org.havenline.channel.twilio.voice.TwimlRules;
import org.havenline.contact.LineId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The one document that records a caller, by Twilio's rules and ours.
class MailboxDocumentTest {
  private static final String DOCUMENT =
      new MailboxDocument(new PublicUrl("https://line.example.org"), new LineId("north")).text();

  @Test
  void itIsValidAndSaysNothing() {
    assertThat(TwimlRules.broken(DOCUMENT)).isEmpty();
    assertThat(DOCUMENT).contains("<Record ").doesNotContain("<Say", "<Play", "<Gather");
  }

  @ParameterizedTest
  @CsvSource({
    "playBeep=\"true\", playBeep=\"false\"",
    "maxLength=\"180\", maxLength=\"3600\"",
    "transcribe=\"false\", transcribe=\"true\"",
    "trim=\"do-not-trim\", trim=\"trim-silence\"",
    "transcribe=\"false\", ''",
    "<Record , <Say>x</Say><Record ",
    "method=\"POST\", method=\"PUT\""
  })
  void anyOtherWouldBeFound(String part, String other) {
    assertThat(DOCUMENT).contains(part);
    assertThat(TwimlRules.broken(DOCUMENT.replaceFirst(part, other))).isNotEmpty();
  }
}
