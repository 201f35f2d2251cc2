package org.havenline.channel.voice;

import org.havenline.channel.outbox.Envelopes;
import org.havenline.channel.voice.back.Backs;
import org.havenline.channel.voice.back.Promising;
import org.havenline.channel.voice.back.Recall;
import org.havenline.channel.voice.back.Returning;
import org.havenline.channel.voice.back.Wish;
import org.havenline.channel.voice.call.Calls;
import org.havenline.channel.voice.leg.Dialler;
import org.havenline.channel.voice.leg.Legs;
import org.havenline.channel.voice.leg.Ringing;
import org.havenline.contact.Contacts;
import org.havenline.conversation.SafeTimes;
import org.havenline.conversation.Transcripts;

/// The rooms of promised calls, put together.
///
/// @param wish asks who wants to be called back
/// @param recall answers who is called back
public record BackRooms(Wish wish, Recall recall) {

  /// What they stand on.
  record Ground(
      CallRooms.Ground on,
      Contacts contacts,
      Calls calls,
      Legs legs,
      SafeTimes safe,
      Speech speech) {
    private Backs backs() {
      return new Backs(on.redis(), on.keys(), on.pseudonyms(), calls, legs, on.clock());
    }

    private Envelopes envelopes() {
      var transcripts = new Transcripts(on.redis(), contacts, on.vault());
      return new Envelopes(on.redis(), on.keys(), transcripts, on.vault());
    }

    Wish wish() {
      var promising = new Promising(on.redis(), on.keys(), contacts, on.clock());
      return new Wish(calls, contacts, promising, backs(), safe, on.tables(), speech, on.clock());
    }

    BackRooms rooms(Attendant attendant) {
      var recall =
          new Recall(
              calls,
              legs,
              backs(),
              envelopes(),
              on.tables(),
              speech,
              call -> attendant.next(call, 1, ""),
              attendant::over);
      return new BackRooms(wish(), recall);
    }

    Returning returning(Ringing ringing, Dialler dialler) {
      return new Returning(
          calls, legs, backs(), contacts, envelopes(), safe, ringing, dialler, on.clock());
    }
  }
}
