package org.havenline.channel.twilio.voice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.havenline.channel.Address;
import org.havenline.channel.twilio.LineNumbers;
import org.havenline.channel.twilio.PublicUrl;
import org.havenline.channel.twilio.TwilioSignature;
import org.havenline.channel.voice.CallRooms;
import org.havenline.channel.voice.Speech;
import org.havenline.channel.voice.Turn;
import org.havenline.channel.voice.call.CallId;
import org.havenline.channel.voice.leg.Leg;
import org.havenline.channel.voice.prompt.Recording;
import org.havenline.contact.LineId;
import org.havenline.http.Endpoint;
import org.havenline.http.FormBody;
import org.havenline.http.Request;
import org.havenline.http.Response;
import org.havenline.intake.Reception;
import org.havenline.routingconfig.Channel;
import org.havenline.translations.Texts;
import org.havenline.translations.spoken.Sentence;

/// `POST /twilio/voice` and all below it: what callers, and responders who are rung, hear next.
///
/// A call that Twilio signed is always answered; when nothing could be stored the exception passes
/// and becomes 503, and Twilio takes the number's fallback address.
///
/// @param numbers asked at every call, since tables change while we run
/// @param lines of this node
/// @param first of them, takes what came to a number that no line names
/// @param reception takes what cannot be understood, for a person to look at
public record CallWebhook(
    TwilioSignature signature,
    PublicUrl publicUrl,
    Supplier<LineNumbers> numbers,
    Map<LineId, CallRooms> lines,
    LineId first,
    Reception reception)
    implements Endpoint {
  /// Where Twilio asks first about a call that comes in.
  public static final String BEGINS = "/twilio/voice";

  /// Well above what Twilio sends.
  public static final int BODY_BYTES = 64 * 1024;

  private static final Set<String> OVER =
      Set.of("completed", "busy", "failed", "no-answer", "canceled");

  public CallWebhook {
    lines = Map.copyOf(lines);
  }

  /// Says sentences by recordings, and by Twilio's voices.
  public static Speech speech(Texts texts, Function<Sentence, Optional<Recording>> recordings) {
    return new Speech(texts, Voices::has, recordings);
  }

  @Override
  public Response answer(Request request) {
    var form = signature.open(request);
    if (form.isEmpty()) {
      return Response.empty(403);
    }
    // a room's own requests name no telephone
    var sid = form.get().first("CallSid").or(() -> request.parameter("c")).filter(CallId::isOne);
    var line = line(request, form.get());
    var rooms = lines.get(line);
    if (sid.isEmpty() || rooms == null) {
      reception.quarantine(line, sha256(request.body()), request.body(), "no call in a signed one");
      return document(line, Turn.NOTHING);
    }
    return answer(new Asked(request, form.get(), sid.get(), line), rooms);
  }

  /// One request that Twilio signed.
  private record Asked(Request request, FormBody form, String sid, LineId line) {
    CallId call() {
      return new CallId(sid);
    }

    /// The caller of a room: what is heard beside it may be asked for by another telephone.
    CallId about() {
      return request.parameter("c").filter(CallId::isOne).map(CallId::new).orElseGet(this::call);
    }

    String key() {
      return form.first("Digits").orElse("");
    }

    String leg() {
      return request.parameter("l").filter(CallId::isOne).orElse("-");
    }

    String guest() {
      return request.parameter("g").filter(CallId::isOne).orElse("-");
    }

    int number(String name) {
      return request
          .parameter(name)
          .filter(digits -> digits.matches("\\d{1,6}"))
          .map(Integer::parseInt)
          .orElse(0);
    }

    String path() {
      var path = request.path();
      return path.substring(Math.min(path.length(), Documents.PATH.length()));
    }

    String status() {
      return form.first("CallStatus").orElse("");
    }
  }

  private Response answer(Asked asked, CallRooms rooms) {
    var attendant = rooms.attendant();
    var summons = rooms.summons();
    var recall = rooms.back().recall();
    return switch (asked.path()) {
      case "menu" ->
          document(
              asked.line(),
              attendant.menu(asked.call(), asked.number("level"), asked.number("n"), asked.key()));
      case "next" ->
          document(asked.line(), attendant.next(asked.call(), asked.number("n"), asked.key()));
      case "question" ->
          document(asked.line(), attendant.question(asked.call(), asked.number("n"), asked.key()));
      case "status" -> {
        if (OVER.contains(asked.status())) {
          attendant.over(asked.call());
        }
        yield Response.empty(204);
      }
      case "wish" ->
          document(
              asked.line(),
              rooms
                  .back()
                  .wish()
                  .chosen(asked.call(), asked.key())
                  .orElseGet(() -> attendant.next(asked.call(), 1, "")));
      case "wish/code" ->
          document(
              asked.line(),
              rooms
                  .back()
                  .wish()
                  .coded(
                      asked.call(),
                      asked.request().parameter("safe").orElse(""),
                      asked.number("n"),
                      asked.key())
                  .orElseGet(() -> attendant.next(asked.call(), 1, "")));
      case "message/tape" -> {
        asked
            .form()
            .first("RecordingSid")
            .ifPresent(sid -> rooms.messages().mailbox().lies(asked.call(), sid));
        yield Response.empty(204);
      }
      case "message/left" ->
          document(
              asked.line(),
              rooms.messages().mailbox().left(asked.call(), asked.form().first("RecordingSid")));
      case "back" -> document(asked.line(), recall.answered(asked.leg(), asked.sid()));
      case "back/key" ->
          document(asked.line(), recall.pressed(asked.leg(), asked.sid(), asked.key()));
      case "back/code" ->
          document(asked.line(), recall.coded(asked.leg(), asked.sid(), asked.key()));
      case "back/status" -> {
        state(asked.status())
            .ifPresent(state ->
                recall.reported(
                    asked.leg(),
                    asked.sid(),
                    state,
                    state == Leg.State.OVER ? asked.status() : ""));
        yield Response.empty(204);
      }
      case "leg/wait" -> document(asked.line(), summons.waits(asked.leg(), asked.sid()));
      case "leg" -> document(asked.line(), summons.answered(asked.leg(), asked.sid()));
      case "leg/key" ->
          document(
              asked.line(),
              summons.pressed(asked.leg(), asked.sid(), asked.number("n"), asked.key()));
      case "leg/next" ->
          document(asked.line(), summons.next(asked.leg(), asked.sid(), asked.number("n")));
      case "hold" -> document(asked.line(), rooms.asides().hold(asked.about()));
      case "announce" ->
          document(asked.line(), rooms.asides().announcement(asked.about(), asked.guest()));
      case "announced" ->
          document(asked.line(), rooms.asides().announced(asked.about(), asked.guest()));
      case "leg/over" -> document(asked.line(), summons.talked(asked.leg(), asked.sid()));
      case "leg/status" -> {
        state(asked.status())
            .ifPresent(state ->
                summons.reported(
                    asked.leg(),
                    asked.sid(),
                    state,
                    state == Leg.State.OVER ? asked.status() : ""));
        yield Response.empty(204);
      }
      default ->
          document(
              asked.line(),
              attendant.answer(
                  asked.call(),
                  asked.form().first("From").orElse(""),
                  asked.form().first("To").orElse("")));
    };
  }

  private static Optional<Leg.State> state(String status) {
    return OVER.contains(status)
        ? Optional.of(Leg.State.OVER)
        : switch (status) {
          case "queued", "initiated", "ringing" -> Optional.of(Leg.State.RINGING);
          case "in-progress" -> Optional.of(Leg.State.ANSWERED);
          // a word of tomorrow must not move a leg to a state of today
          default -> Optional.empty();
        };
  }

  private Response document(LineId line, Turn turn) {
    return new Response(
        200,
        Map.of("content-type", "text/xml; charset=utf-8"),
        new Documents(publicUrl, line).of(turn).getBytes(UTF_8));
  }

  /// As our own addresses say; of a call that comes in, by the number dialled.
  private LineId line(Request request, FormBody form) {
    var table = numbers.get();
    return request
        .parameter("line")
        .filter(name -> lines.keySet().stream().anyMatch(one -> one.value().equals(name)))
        .map(LineId::new)
        .or(() -> form.first("To").flatMap(to -> table.lineOf(new Address(Channel.VOICE, to))))
        .filter(lines::containsKey)
        .orElse(first);
  }

  private static String sha256(byte[] raw) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(raw));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
