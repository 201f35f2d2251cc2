package org.havenline.referral.search.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.util.BytesRef;
import org.havenline.referral.directory.Capacity;
import org.havenline.referral.directory.Place;
import org.havenline.referral.directory.Point;
import org.havenline.referral.directory.Schedule;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.directory.ServiceKind;
import org.havenline.referral.directory.Spoken;
import org.havenline.referral.directory.Standing;
import org.havenline.referral.directory.Wording;
import org.havenline.referral.eligibility.Answer;
import org.havenline.referral.eligibility.Children;
import org.havenline.referral.eligibility.Condition;
import org.havenline.referral.eligibility.Eligibility;
import org.havenline.referral.eligibility.Exploitation;
import org.havenline.referral.eligibility.Gender;
import org.havenline.referral.eligibility.Need;

/// Reads what [RecordWriter] wrote.
public final class RecordReader {
  private final ByteBuffer in;

  private RecordReader(BytesRef bytes) {
    this.in = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
  }

  public static ServiceAtLocation service(BytesRef bytes) {
    return new RecordReader(bytes).service();
  }

  public static List<Schedule> schedules(BytesRef bytes) {
    return new RecordReader(bytes).schedules();
  }

  private ServiceAtLocation service() {
    return new ServiceAtLocation(
        new ServiceAtLocation.Id(text()),
        new ServiceId(text()),
        text(),
        wording(),
        wording(),
        texts().stream().map(ServiceKind::new).collect(Collectors.toSet()),
        texts(),
        wording(),
        place(),
        schedules(),
        new Spoken(texts(), texts(), yes()),
        eligibility(),
        capacity(),
        new Standing(Standing.Status.valueOf(text()), Standing.Vetting.valueOf(text()), day()));
  }

  private List<Schedule> schedules() {
    int count = in.getInt();
    List<Schedule> schedules = new ArrayList<>(count);
    for (int at = 0; at < count; at++) {
      schedules.add(
          new Schedule(time(), time(), text(), day(), day(), day(), ZoneId.of(text()), yes()));
    }
    return schedules;
  }

  private Place place() {
    return switch (in.get()) {
      case 0 -> new Place.At(point(), text(), text());
      case 1 -> new Place.Area(point(), in.getDouble(), text());
      case 2 -> new Place.Remote();
      default -> new Place.NotSaid();
    };
  }

  private Point point() {
    return new Point(in.getDouble(), in.getDouble());
  }

  private Eligibility eligibility() {
    return new Eligibility(
        enums(Gender.class),
        Answer.valueOf(text()),
        number(),
        number(),
        new Children(Answer.valueOf(text()), number(), number(), number()),
        needs(),
        enums(Exploitation.class),
        enums(Condition.class));
  }

  private Map<Need, Answer> needs() {
    Map<Need, Answer> needs = new EnumMap<>(Need.class);
    int count = in.getInt();
    for (int at = 0; at < count; at++) {
      needs.put(Need.valueOf(text()), Answer.valueOf(text()));
    }
    return needs;
  }

  private Optional<Capacity> capacity() {
    return yes()
        ? Optional.of(
            new Capacity(in.getInt(), counted(), Instant.ofEpochSecond(in.getLong(), in.getInt())))
        : Optional.empty();
  }

  private Map<String, Integer> counted() {
    int count = in.getInt();
    Map<String, Integer> counted = new LinkedHashMap<>();
    for (int at = 0; at < count; at++) {
      counted.put(text(), in.getInt());
    }
    return counted;
  }

  private Wording wording() {
    int count = in.getInt();
    Map<String, String> wording = HashMap.newHashMap(count);
    for (int at = 0; at < count; at++) {
      wording.put(text(), text());
    }
    return new Wording(wording);
  }

  private <E extends Enum<E>> Set<E> enums(Class<E> type) {
    Set<E> all = EnumSet.noneOf(type);
    int count = in.getInt();
    for (int at = 0; at < count; at++) {
      all.add(Enum.valueOf(type, text()));
    }
    return all;
  }

  private Set<String> texts() {
    int count = in.getInt();
    Set<String> all = HashSet.newHashSet(count);
    for (int at = 0; at < count; at++) {
      all.add(text());
    }
    return all;
  }

  private Optional<LocalDate> day() {
    long day = in.getLong();
    return day == RecordWriter.NONE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
  }

  private Optional<LocalTime> time() {
    long nanos = in.getLong();
    return nanos == RecordWriter.NONE
        ? Optional.empty()
        : Optional.of(LocalTime.ofNanoOfDay(nanos));
  }

  private OptionalInt number() {
    boolean present = yes();
    int value = in.getInt();
    return present ? OptionalInt.of(value) : OptionalInt.empty();
  }

  private boolean yes() {
    return in.get() != 0;
  }

  private String text() {
    int length = in.getInt();
    String text = new String(in.array(), in.arrayOffset() + in.position(), length, UTF_8);
    in.position(in.position() + length);
    return text;
  }
}
