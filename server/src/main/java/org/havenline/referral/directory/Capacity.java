package org.havenline.referral.directory;

import java.time.Instant;

/// Free places as last reported (HSDS `service_capacity`).
///
/// @param available places, 0 or more
/// @param updated when it was reported: an old figure is shown with its age and counts little
public record Capacity(int available, Instant updated) {}
