/// Free places beside the record of a service: what it can have, and what it said laid over it.
@NullMarked
package org.havenline.referral.capacity.record;

import org.jspecify.annotations.NullMarked;
