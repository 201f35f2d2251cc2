/// Finding and ranking in the index.
@NullMarked
package org.havenline.referral.search.find;

import org.jspecify.annotations.NullMarked;
