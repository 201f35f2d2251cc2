/// The invented services a demo begins with.
@NullMarked
package org.havenline.referral.sample;

import org.jspecify.annotations.NullMarked;
