/// Referrals as they are kept: what was offered, what she chose and allowed, and what became of it.
@NullMarked
package org.havenline.referral.given;

import org.jspecify.annotations.NullMarked;
