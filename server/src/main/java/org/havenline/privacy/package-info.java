/// Keys, encryption and pseudonyms: what keeps content and identities unreadable at rest.
@NullMarked
package org.havenline.privacy;

import org.jspecify.annotations.NullMarked;
