package org.havenline.channel.twilio.mailbox;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.TwiMLException;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Record;
import com.twilio.twiml.voice.Redirect;
import org.havenline.channel.twilio.PublicUrl;
import org.havenline.channel.voice.mailbox.Mailbox;
import org.havenline.contact.LineId;

/// A tone, and then what she says is recorded. Not a word stands in it: all are said before and
/// after by documents that cannot record.
record MailboxDocument(PublicUrl publicUrl, LineId line) {
  static final String PATH = "/twilio/voice/message/";

  /// Who is afraid, or cries, is silent for long.
  private static final int SILENCE = 15;

  /// Any: whoever wants to stop at once need not look for one.
  private static final String KEYS = "1234567890*#";

  String text() {
    var record =
        new Record.Builder()
            .action(address("left"))
            .method(HttpMethod.POST)
            .maxLength((int) Mailbox.LONGEST.toSeconds())
            .timeout(SILENCE)
            .finishOnKey(KEYS)
            .playBeep(true)
            // a whisper may be taken for silence
            .trim(Record.Trim.DO_NOT_TRIM)
            .transcribe(false)
            .recordingStatusCallback(address("tape"))
            .recordingStatusCallbackMethod(HttpMethod.POST)
            .build();
    // where nothing was heard Twilio goes on here
    var nothing = new Redirect.Builder(address("left")).method(HttpMethod.POST).build();
    try {
      return new VoiceResponse.Builder().record(record).redirect(nothing).build().toXml();
    } catch (TwiMLException e) {
      throw new IllegalStateException("a document could not be written", e);
    }
  }

  private String address(String path) {
    return publicUrl.base() + PATH + path + "?line=" + line;
  }
}
