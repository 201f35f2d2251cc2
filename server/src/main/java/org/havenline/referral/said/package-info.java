/// What a search knows, in English sentences for staff.
@NullMarked
package org.havenline.referral.said;

import org.jspecify.annotations.NullMarked;
