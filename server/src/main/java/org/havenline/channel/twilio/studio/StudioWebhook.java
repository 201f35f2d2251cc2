package org.havenline.channel.twilio.studio;

import org.havenline.channel.twilio.PublicUrl;
import org.havenline.channel.twilio.TwilioSignature;
import org.havenline.channel.twilio.voice.CallWebhook;
import org.havenline.channel.twilio.voice.PromptSound;
import org.havenline.channel.voice.call.CallId;
import org.havenline.channel.voice.prompt.Numbers;
import org.havenline.channel.voice.prompt.PhoneSound;
import org.havenline.channel.voice.prompt.Recordings;
import org.havenline.channel.voice.prompt.Studio;
import org.havenline.channel.voice.prompt.Tapes;
import org.havenline.contact.LineId;
import org.havenline.http.Endpoint;
import org.havenline.http.FormBody;
import org.havenline.http.Request;
import org.havenline.http.Response;
import org.havenline.translations.spoken.Sentence;

/// Stands before the door of calls: a call from a number that an administrator named is asked for
/// its code, and with it records what callers hear. All others pass. `/twilio/studio/*` is what
/// follows the code, and knows each time whether this very call has entered it.
///
/// @param calls the door of calls
/// @param line whose recordings these are
public record StudioWebhook(
    TwilioSignature signature, PublicUrl publicUrl, Rooms rooms, LineId line, Endpoint calls)
    implements Endpoint {
  private static final int MOST_LOOKS = 5;

  /// What it stands on.
  public record Rooms(Studio studio, Recordings recordings, Tapes tapes, Numbers numbers) {}

  @Override
  public Response answer(Request request) {
    if (!request.path().startsWith(StudioDocuments.PATH)) {
      return entrance(request);
    }
    var form = signature.open(request);
    if (form.isEmpty()) {
      return Response.empty(403);
    }
    var call = form.get().first("CallSid").filter(CallId::isOne).orElse("-");
    var path = request.path().substring(StudioDocuments.PATH.length());
    if (path.equals("code")) {
      return entered(call, form.get());
    }
    if (path.equals("tape")) {
      form.get().first("RecordingSid").filter(CallId::isOne).ifPresent(rooms.studio()::lies);
      return Response.empty(204);
    }
    var who = rooms.studio().who(call);
    return who.isEmpty() ? documents().caller() : inside(path, request, form.get(), who.get());
  }

  private StudioDocuments documents() {
    return new StudioDocuments(publicUrl);
  }

  private Response entrance(Request request) {
    if (!request.path().equals(CallWebhook.BEGINS)) {
      return calls.answer(request); // a call that goes on
    }
    var from = FormBody.parse(request.body()).first("From").orElse("");
    return rooms.studio().awaits(from) && signature.open(request).isPresent()
        ? documents().code()
        : calls.answer(request);
  }

  private Response entered(String call, FormBody form) {
    var from = form.first("From").orElse("");
    var code = form.first("Digits").orElse("");
    return rooms.studio().enter(call, from, code) ? documents().number("") : documents().caller();
  }

  private Response inside(String path, Request request, FormBody form, String who) {
    clear();
    var digits = form.first("Digits").orElse("");
    int number = number(path.equals("number") ? digits : request.parameter("s").orElse(""));
    var sentence = rooms.numbers().sentence(number);
    if (sentence.isEmpty()) {
      return documents().number(path.equals("number") ? "There is no such number. " : "");
    }
    return switch (path) {
      case "number" -> documents().record("s=" + number);
      case "taken" -> taken(sentence.get(), number, request, form, who);
      case "kept" -> kept(sentence.get(), number, request, digits, who);
      default -> documents().number("");
    };
  }

  private static int number(String digits) {
    return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0;
  }

  /// The provider may need a moment until a recording can be fetched.
  private Response taken(
      Sentence sentence, int number, Request request, FormBody form, String who) {
    var sid = form.first("RecordingSid").or(() -> request.parameter("r")).filter(CallId::isOne);
    if (sid.isEmpty()) {
      return documents().number("Nothing was heard. ");
    }
    rooms.studio().lies(sid.get());
    var file = rooms.tapes().fetch(sid.get());
    int looks = number(request.parameter("n").orElse("0"));
    if (file.isEmpty() && looks < MOST_LOOKS) {
      return documents().later("taken?s=%d&r=%s&n=%d".formatted(number, sid.get(), looks + 1));
    }
    delete(sid.get());
    return file.map(PhoneSound::of)
        .map(sound -> heard(sentence, number, sound, who))
        .orElseGet(() -> documents().number("It could not be fetched. Please try again. "));
  }

  private Response heard(Sentence sentence, int number, PhoneSound sound, String who) {
    return switch (sound) {
      case PhoneSound.Refused(var why) -> documents().number(why + " ");
      case PhoneSound.Taken taken -> {
        var draft = rooms.recordings().draft(sentence, taken, who);
        yield documents().keep(PromptSound.path(line, draft), "s=" + number + "&d=" + draft.id());
      }
    };
  }

  private Response kept(Sentence sentence, int number, Request request, String digits, String who) {
    if (digits.equals("2")) {
      return documents().record("s=" + number);
    }
    var sound =
        request
            .parameter("d")
            .filter(_ -> digits.equals("1"))
            .flatMap(rooms.recordings()::sound)
            .map(PhoneSound::of);
    if (sound.isPresent() && sound.get() instanceof PhoneSound.Taken taken) {
      rooms.recordings().keep(sentence, taken, who);
      return documents().number("It is kept. ");
    }
    return documents().number("It is not kept. ");
  }

  /// What could not be deleted before.
  private void clear() {
    rooms.studio().lying().forEach(this::delete);
  }

  private void delete(String sid) {
    if (rooms.tapes().delete(sid)) {
      rooms.studio().isGone(sid);
    }
  }
}
