package org.havenline.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.havenline.contact.ContactId;
import org.havenline.contact.Contacts;
import org.havenline.contact.LineKeys;
import org.havenline.contact.ResponderId;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;
import org.havenline.redis.Reply;
import org.havenline.routing.FreeResponder;
import org.havenline.routing.Triage;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.RiskLevel;

/// Who waits and who is on duty, as Redis has them now.
///
/// Keys:
/// - `{line}:waiting` sorted set: contact → virtual arrival (ms): real arrival minus the head start
///   of its risk; `IMMEDIATE` before all
/// - `{line}:waiting:<channel>` the same of each channel
/// - `{line}:interpreting` hash: who interprets → for which contact
public final class Board {
  private static final RedisScript WAITING = RedisScript.of(Board.class, "waiting.lua");
  private static final RedisScript ON_DUTY = RedisScript.of(Board.class, "on-duty.lua");
  private static final RedisScript INTERPRETING = RedisScript.of(Board.class, "interpreting.lua");

  private final Redis redis;
  private final LineKeys keys;

  public Board(Redis redis, LineKeys keys) {
    this.redis = redis;
    this.keys = keys;
  }

  /// A contact in its place.
  ///
  /// @param since when it came, or came back, into its place
  /// @param known who answered the same person before, the last one first
  /// @param ruled stamp of the tables it is placed by
  /// @param notBefore nobody is asked before: when she is next to be called back
  public record Waiting(
      ContactId id,
      long epoch,
      Triage triage,
      Instant arrived,
      int step,
      Set<ResponderId> asked,
      Instant since,
      List<ResponderId> known,
      long ruled,
      Instant notBefore) {}

  /// A responder who takes contacts.
  ///
  /// @param busy how many contacts he has of each channel, offered ones included
  public record OnDuty(
      ResponderId id, Instant idleSince, Map<Channel, Integer> busy, FreeResponder.Strain strain) {}

  /// A page of the queue, in its order.
  ///
  /// @param looked how many of each channel lie in it
  public record Page(Map<Channel, Integer> looked, List<Waiting> waiting) {
    public Page {
      looked = Map.copyOf(looked);
      waiting = List.copyOf(waiting);
    }

    public boolean isEmpty() {
      return looked.values().stream().allMatch(none -> none == 0);
    }
  }

  /// @param passOver the channels in which somebody can be asked, and how many to pass over of each
  public Page waiting(Map<Channel, Integer> passOver, int most) {
    var channels = List.copyOf(passOver.keySet());
    var arguments = new ArrayList<Object>(List.of(most));
    channels.forEach(one -> arguments.addAll(List.of(one, passOver.getOrDefault(one, 0))));
    var found = redis.run(WAITING, keys.prefix(), arguments.toArray()).list();
    var counts = found.getFirst().list();
    var looked = new EnumMap<Channel, Integer>(Channel.class);
    for (int i = 0; i < channels.size(); i++) {
      looked.put(channels.get(i), (int) counts.get(i).number());
    }
    return new Page(looked, found.stream().skip(1).map(Board::waiting).toList());
  }

  /// @param strain whether what they have been through lately is wanted; it costs a look at all
  ///   they hold
  public List<OnDuty> onDuty(Instant now, boolean strain) {
    return redis.run(ON_DUTY, keys.prefix(), now.toEpochMilli(), strain ? 1 : 0).list().stream()
        .map(Board::onDuty)
        .toList();
  }

  /// Ids of responders and called-in interpreters who interpret for somebody now.
  public Set<String> interpreting() {
    return Set.copyOf(redis.run(INTERPRETING, keys.prefix()).texts());
  }

  private static Waiting waiting(Reply row) {
    var found = row.texts();
    var wishes = Contacts.wishes(found.get(11), found.get(12), found.get(13));
    return new Waiting(
        new ContactId(found.get(0)),
        Long.parseLong(found.get(1)),
        new Triage(
            Channel.valueOf(found.get(2)),
            found.get(3),
            Double.parseDouble(found.get(4)),
            RiskLevel.valueOf(found.get(5)),
            found.get(9),
            wishes.minor(),
            wishes.genders(),
            Map.of(),
            wishes.avoided(),
            found.get(16)),
        instant(found.get(6)),
        Integer.parseInt(found.get(7)),
        Set.copyOf(responders(found.get(8))),
        instant(found.get(10)),
        responders(found.get(14)),
        found.get(15).isEmpty() ? 0 : Long.parseLong(found.get(15)),
        found.get(17).isEmpty() ? Instant.EPOCH : instant(found.get(17)));
  }

  private static List<ResponderId> responders(String lines) {
    return lines.lines().map(ResponderId::new).toList();
  }

  private static OnDuty onDuty(Reply row) {
    var found = row.list();
    var busy = new EnumMap<Channel, Integer>(Channel.class);
    found.get(2).texts().forEach(channel -> busy.merge(Channel.valueOf(channel), 1, Integer::sum));
    return new OnDuty(
        new ResponderId(found.get(0).text()),
        instant(found.get(1).text()),
        Map.copyOf(busy),
        new FreeResponder.Strain(
            Integer.parseInt(found.get(3).text()),
            found.get(4).text().equals("1"),
            instant(found.get(5).text())));
  }

  private static Instant instant(String millis) {
    return Instant.ofEpochMilli(Long.parseLong(millis));
  }
}
