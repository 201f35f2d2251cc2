/// A search over the directory as it is stored.
@NullMarked
package org.havenline.referral.lookup;

import org.jspecify.annotations.NullMarked;
