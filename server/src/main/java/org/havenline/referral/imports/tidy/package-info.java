/// Brings a record of any age and quality into HSDS 3.1's full form, and says what it repaired.
@NullMarked
package org.havenline.referral.imports.tidy;

import org.jspecify.annotations.NullMarked;
