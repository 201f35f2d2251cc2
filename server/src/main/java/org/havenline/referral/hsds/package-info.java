/// Services as HSDS 3.1 documents in its full form, with the few fields of our own that it lacks.
@NullMarked
package org.havenline.referral.hsds;

import org.jspecify.annotations.NullMarked;
