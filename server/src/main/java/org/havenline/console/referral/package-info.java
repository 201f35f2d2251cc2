/// The API's part that refers: offering, consent, sending, outcomes, follow-ups and statistics.
@NullMarked
package org.havenline.console.referral;

import org.jspecify.annotations.NullMarked;
