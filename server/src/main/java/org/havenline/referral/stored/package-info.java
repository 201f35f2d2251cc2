/// The directory as it is kept: every record sealed, followed by every node, each deed audited.
@NullMarked
package org.havenline.referral.stored;

import org.jspecify.annotations.NullMarked;
