package org.havenline.referral.given;

import org.havenline.referral.directory.ServiceId;

/// A service as it was when it was offered: what changes in the directory later changes nothing of
/// what she was told.
///
/// @param place an address, or the area of a confidential one; empty when not said
/// @param phone for people who seek help; empty when there is none
/// @param confidential nobody is told where it is
public record Option(
    ServiceId service,
    String name,
    String organization,
    String place,
    String phone,
    boolean confidential,
    Method method) {}
