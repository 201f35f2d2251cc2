/// The directory written out again, as HSDS 3.1.
@NullMarked
package org.havenline.referral.exports;

import org.jspecify.annotations.NullMarked;
