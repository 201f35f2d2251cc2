/// Which services can take her, best first, and why.
@NullMarked
package org.havenline.referral.search;

import org.jspecify.annotations.NullMarked;
