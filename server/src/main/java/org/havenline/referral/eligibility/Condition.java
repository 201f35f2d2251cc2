package org.havenline.referral.eligibility;

/// What a service demands before it helps. Services that demand nothing are offered first
/// (A/HRC/41/46, paragraphs 17 and 38).
public enum Condition {
  /// Identity papers are shown. Which ones, and what status they give, is never asked or kept.
  PAPERS,
  POLICE_REPORT,
  /// With an investigation or a prosecution.
  COOPERATION,
  FEE,
  /// Living in the place the service is for.
  RESIDENCE
}
