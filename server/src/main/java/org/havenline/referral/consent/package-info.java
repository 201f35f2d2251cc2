/// What a person allowed to be told, to whom, why and until when; and the one gate through which it
/// leaves.
@NullMarked
package org.havenline.referral.consent;

import org.jspecify.annotations.NullMarked;
