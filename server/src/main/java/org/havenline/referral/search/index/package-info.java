/// The directory as an index: what is kept of each service, and how it stays current.
@NullMarked
package org.havenline.referral.search.index;

import org.jspecify.annotations.NullMarked;
