/// Imports of services: read leniently, shown before they change anything, the same when repeated.
@NullMarked
package org.havenline.referral.imports;

import org.jspecify.annotations.NullMarked;
