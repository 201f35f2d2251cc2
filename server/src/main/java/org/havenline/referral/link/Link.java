package org.havenline.referral.link;

import java.time.Instant;

/// A link that opens.
///
/// @param until it opens nothing from this moment on
/// @param used how often it was opened, this time included
public record Link(Purpose purpose, Instant until, long used) {}
