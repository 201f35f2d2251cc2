/// What is asked of a search.
@NullMarked
package org.havenline.referral.search.ask;

import org.jspecify.annotations.NullMarked;
