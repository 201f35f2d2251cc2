/// How many places a service says are free.
@NullMarked
package org.havenline.referral.capacity;

import org.jspecify.annotations.NullMarked;
