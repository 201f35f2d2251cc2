/// Private links: who holds one may do one thing, until it ends.
@NullMarked
package org.havenline.referral.link;

import org.jspecify.annotations.NullMarked;
