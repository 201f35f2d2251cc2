package org.havenline.referral.directory;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/// When a service is open, as HSDS 3.1 `schedule` says it: an RFC 5545 recurrence without its name.
/// Several add up.
///
/// @param opensAt, closesAt local time; a closing not after the opening is on the next day, 23:59
///   means midnight (HSDS has no sign for a whole day). Both empty: the whole day
/// @param recurrence RFC 5545 RRULE parts, `FREQ=WEEKLY;BYDAY=MO,TU`; empty: once, on `from`
/// @param from first day (`dtstart`), needed where an interval counts from it
/// @param validFrom, validTo how long the directory vouches for it; after the end it is old
///   knowledge, not a closed door
/// @param closed on these days it is closed, whatever others say
public record Schedule(
    Optional<LocalTime> opensAt,
    Optional<LocalTime> closesAt,
    String recurrence,
    Optional<LocalDate> from,
    Optional<LocalDate> validFrom,
    Optional<LocalDate> validTo,
    ZoneId zone,
    boolean closed) {}
