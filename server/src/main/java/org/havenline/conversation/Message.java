package org.havenline.conversation;

import java.time.Instant;
import org.havenline.contact.MessageId;

/// One message of a conversation, readable.
///
/// @param n its place in the conversation, from 1
/// @param by `person`, `automatic`, or the responder who wrote it
/// @param state `received`, or how far an outgoing one has come, as in
///   [org.havenline.channel.DeliveryState], in lower case
/// @param code the provider's error, 0 for none
/// @param signals of risk in it, as [org.havenline.risk.RiskAssessment] encodes them; may be empty
/// @param chose the language she chose by it, of a menu; else empty
/// @param kept whether its text is still there
/// @param read by which version of the risk rules and in which languages it was read: `12 en es`;
///   may be empty
/// @param key by which who wrote it knows it again: of an answer the client's own, of what the
///   person wrote its sid; else empty
/// @param voice of one that was spoken, how far its sound has come: `coming`, `there` with its
///   length in seconds and perhaps `soft`, `empty` or `unreadable`; else empty
/// @param heard whether a responder has listened to it
public record Message(
    MessageId id,
    int n,
    String by,
    Instant at,
    String text,
    String state,
    int code,
    String signals,
    String chose,
    boolean kept,
    String read,
    String key,
    String voice,
    boolean heard) {
  public boolean incoming() {
    return by.equals("person");
  }

  @Override
  public String toString() {
    return "Message[" + id + " " + n + " " + state + "]";
  }
}
