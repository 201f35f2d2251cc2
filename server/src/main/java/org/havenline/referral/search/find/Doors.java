package org.havenline.referral.search.find;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;
import org.havenline.referral.hours.OpenHours;
import org.havenline.referral.hours.OpenState;
import org.havenline.referral.search.index.RecordReader;
import org.havenline.referral.search.text.Fields;
import org.jspecify.annotations.Nullable;

/// What is open when. Thousands of services share a few hundred schedules: each of these is read
/// once, and again when its doors open or close.
public final class Doors {
  private static final int SCHEDULES = 20_000;
  private static final int MOMENTS = 200;

  /// Days begin at whole quarters of an hour everywhere, and with them what a schedule vouches for.
  private static final Duration QUARTER = Duration.ofMinutes(15);

  private final Cache<BytesRef, Known> known = Caffeine.newBuilder().maximumSize(SCHEDULES).build();
  private final Cache<At, AtomicReferenceArray<@Nullable OpenState>> read =
      Caffeine.newBuilder().maximumSize(MOMENTS).build();

  private record Known(OpenState opening, Instant from, Instant until) {
    boolean holds(Instant moment) {
      return !moment.isBefore(from) && moment.isBefore(until);
    }
  }

  /// A part of the index at a moment.
  private record At(Object part, Instant moment) {}

  OpenState at(BytesRef schedules, Instant moment) {
    Known last = known.getIfPresent(schedules);
    if (last == null || !last.holds(moment)) {
      OpenState opening = OpenHours.of(RecordReader.schedules(schedules)).at(moment);
      last = new Known(opening, moment, until(opening, moment));
      known.put(BytesRef.deepCopyOf(schedules), last);
    }
    return last.opening();
  }

  private static Instant until(OpenState opening, Instant moment) {
    long quarter = QUARTER.toSeconds();
    Instant next = Instant.ofEpochSecond((moment.getEpochSecond() / quarter + 1) * quarter);
    return opening.changes().filter(change -> change.isBefore(next)).orElse(next);
  }

  Part part(LeafReader reader, Instant moment) throws IOException {
    SortedDocValues schedules = DocValues.getSorted(reader, Fields.SCHEDULES);
    IndexReader.CacheHelper key = Objects.requireNonNull(reader.getCoreCacheHelper());
    return new Part(
        schedules, read.get(new At(key.getKey(), moment), at -> none(schedules)), moment);
  }

  private static AtomicReferenceArray<@Nullable OpenState> none(SortedDocValues schedules) {
    return new AtomicReferenceArray<>(schedules.getValueCount());
  }

  /// For one search; documents are asked in their order.
  final class Part {
    private final SortedDocValues schedules;
    private final AtomicReferenceArray<@Nullable OpenState> openings;
    private final Instant moment;

    private Part(
        SortedDocValues schedules,
        AtomicReferenceArray<@Nullable OpenState> openings,
        Instant moment) {
      this.schedules = schedules;
      this.openings = openings;
      this.moment = moment;
    }

    OpenState of(int document) throws IOException {
      if (!schedules.advanceExact(document)) {
        return new OpenState.NotSaid();
      }
      int at = schedules.ordValue();
      OpenState opening = openings.get(at);
      if (opening == null) {
        opening = Doors.this.at(schedules.lookupOrd(at), moment);
        openings.set(at, opening);
      }
      return opening;
    }
  }
}
