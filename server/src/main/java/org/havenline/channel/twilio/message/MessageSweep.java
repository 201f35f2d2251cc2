package org.havenline.channel.twilio.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.twilio.base.ResourceSet;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.message.Media;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.havenline.channel.Address;
import org.havenline.channel.twilio.LineNumbers;
import org.havenline.channel.twilio.Sweeps;
import org.havenline.channel.twilio.TwilioAccount;
import org.havenline.channel.twilio.TwilioAddress;
import org.havenline.http.FormBody;
import org.havenline.http.SafeTrace;
import org.havenline.intake.Reception;
import org.havenline.redis.RedisUnavailable;
import org.havenline.routingconfig.Channel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings in what the webhook missed: looks through the provider's own list of messages to our
/// numbers. What is known already is recognised by its sid, so sweeping twice does no harm.
public final class MessageSweep implements Sweeps.Sweep {
  private static final Logger LOG = LoggerFactory.getLogger(MessageSweep.class);
  private static final long PAGE = 200;
  private static final String MEDIA_HOST = "https://api.twilio.com";

  private final TwilioRestClient rest;
  private final Supplier<LineNumbers> numbers;
  private final Reception reception;

  public MessageSweep(TwilioAccount account, Supplier<LineNumbers> numbers, Reception reception) {
    this.rest = account.rest();
    this.numbers = numbers;
    this.reception = reception;
  }

  @Override
  public int sweep(Instant since) {
    var table = numbers.get();
    int found = 0;
    int unread = 0;
    for (var number : table.lines().keySet()) {
      if (number.channel() == Channel.VOICE) {
        continue; // calls are no messages
      }
      try {
        for (var message : listed(number, since)) {
          found += isInbound(message, since) && handIn(message, table, since) ? 1 : 0;
        }
      } catch (RedisUnavailable e) {
        throw e;
      } catch (RuntimeException e) {
        // the SDK throws many kinds at an answer it cannot read, some quoting it
        LOG.warn("a number of {} not swept", table.lineOf(number).orElseThrow(), SafeTrace.of(e));
        unread++;
      }
    }
    if (unread > 0) {
      throw new Sweeps.Incomplete(found, unread);
    }
    return found;
  }

  private ResourceSet<Message> listed(Address number, Instant since) {
    return Message.reader()
        .setTo(TwilioAddress.write(number))
        .setDateSentAfter(since.atZone(ZoneOffset.UTC))
        .setPageSize(PAGE)
        .read(rest);
  }

  /// The time is checked again: an old message may have left our memory of sids, and would come as
  /// new where a provider ignores the filter.
  private static boolean isInbound(Message message, Instant since) {
    var sent = message.getDateSent();
    return message.getDirection() == Message.Direction.INBOUND
        && (sent == null || !sent.toInstant().isBefore(since));
  }

  private boolean handIn(Message message, LineNumbers table, Instant since) {
    var sent = message.getDateSent() == null ? since : message.getDateSent().toInstant();
    var form = new FormBody(List.of(), fields(message), Set.of());
    return switch (new MessageForm(form, table, sent).read()) {
      case MessageForm.Reading.Understood(var understood) -> reception.accept(understood);
      case MessageForm.Reading.Puzzling(var line, var reason) -> {
        var sid = String.valueOf(message.getSid());
        reception.quarantine(line, "sweep-" + sid, sid.getBytes(UTF_8), reason);
        yield false;
      }
    };
  }

  /// As the webhook would have brought it, so that both are read alike.
  private Map<String, List<String>> fields(Message message) {
    var fields = new LinkedHashMap<String, List<String>>();
    put(fields, "MessageSid", message.getSid());
    put(fields, "From", message.getFrom() == null ? null : message.getFrom().toString());
    put(fields, "To", message.getTo());
    fields.put("Body", List.of(message.getBody() == null ? "" : message.getBody()));
    put(fields, "NumMedia", message.getNumMedia());
    if (!"0".equals(message.getNumMedia()) && message.getNumMedia() != null) {
      int i = 0;
      for (var media : Media.reader(message.getSid()).read(rest)) {
        put(fields, "MediaUrl" + i, MEDIA_HOST + media.getUri().replaceFirst("\\.json$", ""));
        put(fields, "MediaContentType" + i, media.getContentType());
        i++;
      }
    }
    return fields;
  }

  private static void put(Map<String, List<String>> fields, String name, @Nullable String value) {
    if (value != null) {
      fields.put(name, List.of(value));
    }
  }
}
