/// What of the directory anybody may read: HSDS 3.1 documents of vetted, active services whose
/// place is no secret.
@NullMarked
package org.havenline.referral.published;

import org.jspecify.annotations.NullMarked;
