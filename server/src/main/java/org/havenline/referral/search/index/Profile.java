package org.havenline.referral.search.index;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.havenline.referral.directory.Capacity;
import org.havenline.referral.directory.Place;
import org.havenline.referral.directory.ServiceAtLocation;

/// What the rank of a service depends on whatever is asked, in one number: it is read for
/// everything a search meets, and reading one column costs a tenth of reading ten.
///
/// From the lowest bit: unconditional 1, remote 1, interpreters for all 1, confidential 1, day of
/// last check 16, whether places are reported 1, places 8, hour of that report 24, radius of a
/// confidential area 11.
public record Profile(long bits) {
  private static final int MOST_PLACES = 255;
  private static final int LARGEST_AREA = 0x7FF;
  private static final int LAST_DAY = 0xFFFF;
  private static final int LAST_HOUR = 0xFFFFFF;

  static Profile of(ServiceAtLocation service) {
    long day =
        service
            .standing()
            .assured()
            .map(assured -> Math.clamp(assured.toEpochDay(), 0L, LAST_DAY))
            .orElse(0L);
    long bits =
        bit(service.eligibility().conditions().isEmpty(), 0)
            | bit(service.place() instanceof Place.Remote, 1)
            | bit(service.spoken().anyByInterpreter(), 2)
            | bit(service.place() instanceof Place.Area, 3)
            | (service.place() instanceof Place.Area area ? (long) radiusKm(area) << 53 : 0)
            | day << 4;
    return new Profile(bits | service.capacity().map(Profile::places).orElse(0L));
  }

  private static long places(Capacity capacity) {
    long hour =
        Math.clamp(TimeUnit.SECONDS.toHours(capacity.updated().getEpochSecond()), 0L, LAST_HOUR);
    return 1L << 20 | (long) Math.clamp(capacity.available(), 0, MOST_PLACES) << 21 | hour << 29;
  }

  public boolean unconditional() {
    return (bits & 1) != 0;
  }

  public boolean remote() {
    return (bits & 2) != 0;
  }

  public boolean anyByInterpreter() {
    return (bits & 4) != 0;
  }

  public boolean confidential() {
    return (bits & 8) != 0;
  }

  /// Of a confidential area, kilometres, rounded up; 0 of a place that is known.
  public int radiusKm() {
    return (int) (bits >>> 53);
  }

  static int radiusKm(Place.Area area) {
    return Math.clamp((long) Math.ceil(area.radiusKm()), 1, LARGEST_AREA);
  }

  public boolean checked() {
    return day() != 0;
  }

  /// How long ago it was checked, whole days; none is negative.
  public long daysSinceCheck(Instant now) {
    return Math.max(0, Duration.ofSeconds(now.getEpochSecond()).toDays() - day());
  }

  public boolean reportsPlaces() {
    return (bits >> 20 & 1) != 0;
  }

  public int places() {
    return (int) (bits >> 21 & MOST_PLACES);
  }

  /// How old the report is, whole hours.
  public long hoursSinceReport(Instant now) {
    return Math.max(0, TimeUnit.SECONDS.toHours(now.getEpochSecond()) - (bits >> 29 & LAST_HOUR));
  }

  private long day() {
    return bits >> 4 & LAST_DAY;
  }

  private static long bit(boolean set, int at) {
    return set ? 1L << at : 0;
  }
}
