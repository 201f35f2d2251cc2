package org.havenline.referral.search.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.havenline.referral.directory.Capacity;
import org.havenline.referral.directory.Place;
import org.havenline.referral.directory.Point;
import org.havenline.referral.directory.Schedule;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.directory.Wording;
import org.havenline.referral.eligibility.Children;
import org.havenline.referral.eligibility.Eligibility;

/// A record as bytes, read back by [RecordReader] in microseconds. Only for an index of the same
/// making.
final class RecordWriter {
  /// Where a day or a time would stand.
  static final long NONE = Long.MIN_VALUE;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  private RecordWriter() {}

  static byte[] write(ServiceAtLocation service) {
    try {
      RecordWriter writer = new RecordWriter();
      writer.service(service);
      return writer.bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The same schedules are the same bytes.
  static byte[] write(List<Schedule> schedules) {
    try {
      RecordWriter writer = new RecordWriter();
      writer.schedules(schedules);
      return writer.bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void service(ServiceAtLocation service) throws IOException {
    text(service.id().value());
    text(service.service().value());
    text(service.organization());
    wording(service.name());
    wording(service.description());
    texts(service.kinds().stream().map(kind -> kind.code()).toList());
    texts(service.terms());
    wording(service.remarks());
    place(service.place());
    schedules(service.schedules());
    texts(service.spoken().there());
    texts(service.spoken().byInterpreter());
    out.writeBoolean(service.spoken().anyByInterpreter());
    eligibility(service.eligibility());
    capacity(service.capacity());
    text(service.standing().status().name());
    text(service.standing().vetting().name());
    day(service.standing().assured());
  }

  private void schedules(List<Schedule> schedules) throws IOException {
    out.writeInt(schedules.size());
    for (Schedule schedule : schedules) {
      time(schedule.opensAt());
      time(schedule.closesAt());
      text(schedule.recurrence());
      day(schedule.from());
      day(schedule.validFrom());
      day(schedule.validTo());
      text(schedule.zone().getId());
      out.writeBoolean(schedule.closed());
    }
  }

  private void place(Place place) throws IOException {
    switch (place) {
      case Place.At at -> {
        out.writeByte(0);
        point(at.point());
        text(at.address());
        text(at.town());
      }
      case Place.Area area -> {
        out.writeByte(1);
        point(area.centre());
        out.writeDouble(area.radiusKm());
        text(area.name());
      }
      case Place.Remote remote -> out.writeByte(2);
      case Place.NotSaid notSaid -> out.writeByte(3);
    }
  }

  private void point(Point point) throws IOException {
    out.writeDouble(point.latitude());
    out.writeDouble(point.longitude());
  }

  private void eligibility(Eligibility eligibility) throws IOException {
    enums(eligibility.genders());
    text(eligibility.trans().name());
    optional(eligibility.youngest());
    optional(eligibility.oldest());
    Children children = eligibility.children();
    text(children.admitted().name());
    optional(children.oldestBoy());
    optional(children.oldestGirl());
    optional(children.most());
    out.writeInt(eligibility.needs().size());
    for (var need : eligibility.needs().entrySet()) {
      text(need.getKey().name());
      text(need.getValue().name());
    }
    enums(eligibility.exploitation());
    enums(eligibility.conditions());
  }

  private void capacity(Optional<Capacity> capacity) throws IOException {
    out.writeBoolean(capacity.isPresent());
    if (capacity.isPresent()) {
      out.writeInt(capacity.get().available());
      out.writeInt(capacity.get().counted().size());
      for (var one : capacity.get().counted().entrySet()) {
        text(one.getKey());
        out.writeInt(one.getValue());
      }
      Instant updated = capacity.get().updated();
      out.writeLong(updated.getEpochSecond());
      out.writeInt(updated.getNano());
    }
  }

  private void wording(Wording wording) throws IOException {
    out.writeInt(wording.in().size());
    for (var one : wording.in().entrySet()) {
      text(one.getKey());
      text(one.getValue());
    }
  }

  private void enums(Collection<? extends Enum<?>> all) throws IOException {
    out.writeInt(all.size());
    for (Enum<?> one : all) {
      text(one.name());
    }
  }

  private void texts(Collection<String> all) throws IOException {
    out.writeInt(all.size());
    for (String one : all) {
      text(one);
    }
  }

  private void day(Optional<LocalDate> day) throws IOException {
    out.writeLong(day.map(LocalDate::toEpochDay).orElse(NONE));
  }

  private void time(Optional<LocalTime> time) throws IOException {
    out.writeLong(time.map(LocalTime::toNanoOfDay).orElse(NONE));
  }

  private void optional(OptionalInt value) throws IOException {
    out.writeBoolean(value.isPresent());
    out.writeInt(value.orElse(0));
  }

  private void text(String text) throws IOException {
    byte[] utf = text.getBytes(UTF_8);
    out.writeInt(utf.length);
    out.write(utf);
  }
}
