package org.havenline.simulator.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One message as Twilio keeps it. Numbers on WhatsApp carry the prefix `whatsapp:`.
///
/// @param errorCode why it was not delivered
/// @param webhookStatus HTTP status with which the server took an inbound message; 0 no answer,
///   null not asked yet
public record Message(
    String sid,
    boolean inbound,
    String from,
    String to,
    String body,
    List<Media> media,
    MessageStatus status,
    @Nullable Integer errorCode,
    @Nullable Integer webhookStatus,
    Instant created,
    Instant updated) {

  private static final String WHATSAPP = "whatsapp:";

  public Message {
    media = List.copyOf(media);
  }

  /// A number without the mark of its channel.
  public static String bare(String address) {
    return address.startsWith(WHATSAPP) ? address.substring(WHATSAPP.length()) : address;
  }

  public static String address(boolean whatsapp, String number) {
    return whatsapp ? WHATSAPP + number : number;
  }

  public boolean whatsapp() {
    return to.startsWith(WHATSAPP);
  }

  /// The number of the person's phone.
  public String phone() {
    return bare(inbound ? from : to);
  }

  /// Only SMS is cut into parts; everything else counts as one.
  public int segments() {
    return whatsapp() ? 1 : Segments.of(body);
  }

  public Message now(MessageStatus status, @Nullable Integer errorCode, Instant at) {
    return new Message(
        sid, inbound, from, to, body, media, status, errorCode, webhookStatus, created, at);
  }

  public Message answered(int webhookStatus, Instant at) {
    return new Message(
        sid, inbound, from, to, body, media, status, errorCode, webhookStatus, created, at);
  }

  /// Twilio keeps the record and forgets the words.
  public Message redacted(Instant at) {
    return new Message(
        sid, inbound, from, to, "", media, status, errorCode, webhookStatus, created, at);
  }
}
