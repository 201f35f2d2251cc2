/// What staff and services do with referrals: offer, agree, take back, say what became of it, ask
/// again.
@NullMarked
package org.havenline.referral.deeds;

import org.jspecify.annotations.NullMarked;
