package org.havenline.referral.given;

import java.time.Instant;

/// When somebody is to ask how it went.
///
/// @param withPerson her, and so only when she may be written to; else the service
public record FollowUp(Instant at, boolean withPerson) {}
