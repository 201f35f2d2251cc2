/// Telling the person and the service: each by a way that suits them, and the service only what the
/// gate lets through.
@NullMarked
package org.havenline.referral.handover;

import org.jspecify.annotations.NullMarked;
