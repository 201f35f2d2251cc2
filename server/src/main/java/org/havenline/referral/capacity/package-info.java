/// What a service says of its free places: figures, the texts they come in, and how they lie over
/// its record.
@NullMarked
package org.havenline.referral.capacity;

import org.jspecify.annotations.NullMarked;
