/// Answers that are given again, until something changes that may change them.
@NullMarked
package org.havenline.referral.search.kept;

import org.jspecify.annotations.NullMarked;
