/// Statistics of referrals in which nobody can be found: counters without ids, small cells hidden.
@NullMarked
package org.havenline.referral.counted;

import org.jspecify.annotations.NullMarked;
