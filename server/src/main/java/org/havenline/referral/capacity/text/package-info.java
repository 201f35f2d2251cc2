/// Texts about free places in all languages, read wholly or not at all.
@NullMarked
package org.havenline.referral.capacity.text;

import org.jspecify.annotations.NullMarked;
