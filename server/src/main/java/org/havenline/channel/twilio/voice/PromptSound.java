package org.havenline.channel.twilio.voice;

import java.util.Map;
import java.util.Optional;
import org.havenline.channel.twilio.PublicUrl;
import org.havenline.channel.voice.prompt.Recording;
import org.havenline.channel.voice.prompt.Recordings;
import org.havenline.contact.LineId;
import org.havenline.http.Endpoint;
import org.havenline.http.Problems;
import org.havenline.http.Request;
import org.havenline.http.Response;

/// `GET /twilio/prompts/<id>.wav`: what a document plays. For anybody, since callers hear it; the
/// same under the same address for ever, so Twilio fetches each once.
///
/// @param lines of this node
/// @param first is asked where no line is named
public record PromptSound(Map<LineId, Recordings> lines, Recordings first) implements Endpoint {
  private static final String PATH = "/twilio/prompts/";
  private static final String WAV = ".wav";
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  public PromptSound {
    lines = Map.copyOf(lines);
  }

  static String address(PublicUrl publicUrl, LineId line, Recording recording) {
    return publicUrl.base() + path(line, recording);
  }

  /// On our own site.
  public static String path(LineId line, Recording recording) {
    return PATH + recording.id() + WAV + "?line=" + line;
  }

  @Override
  public Response answer(Request request) {
    var name = request.path().substring(Math.min(request.path().length(), PATH.length()));
    var id = name.endsWith(WAV) ? name.substring(0, name.length() - WAV.length()) : "";
    var sound = Optional.of(id).filter(Recording::isId).flatMap(line(request)::sound);
    if (sound.isEmpty()) {
      return Problems.notFound();
    }
    var tag = "\"" + id + "\"";
    boolean had = request.header("if-none-match").filter(tag::equals).isPresent();
    return new Response(
        had ? 304 : 200,
        Map.of("content-type", "audio/wav", "cache-control", FOR_EVER, "etag", tag),
        had ? new byte[0] : sound.get());
  }

  private Recordings line(Request request) {
    var named = request.parameter("line").orElse("");
    return lines.entrySet().stream()
        .filter(one -> one.getKey().value().equals(named))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(first);
  }
}
