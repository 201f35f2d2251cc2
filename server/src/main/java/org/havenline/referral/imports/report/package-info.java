/// What became of every row of an import: taken, repaired, or rejected and why.
@NullMarked
package org.havenline.referral.imports.report;

import org.jspecify.annotations.NullMarked;
