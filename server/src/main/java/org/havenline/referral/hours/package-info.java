/// When a service is open, from the schedules a directory holds.
@NullMarked
package org.havenline.referral.hours;

import org.jspecify.annotations.NullMarked;
