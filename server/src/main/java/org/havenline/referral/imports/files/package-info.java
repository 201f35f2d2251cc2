/// Reads files and addresses row by row, within limits, past whatever is broken in them.
@NullMarked
package org.havenline.referral.imports.files;

import org.jspecify.annotations.NullMarked;
