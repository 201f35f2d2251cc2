package org.havenline.referral.stored;

import org.havenline.referral.directory.ServiceId;

/// A change of one record, made ready: already sealed, so that a large import keeps little.
///
/// @param before the revision it was decided on
/// @param record sealed; empty to change the mark alone
/// @param original as it was before anything was repaired, sealed; empty to leave it
/// @param numbers it reports by, keyed digests, a line each; counts with the record only
public record Put(
    ServiceId id, long before, Mark mark, byte[] record, byte[] original, String numbers) {}
