/// Every sentence Havenline says, one ARB file per language, and the reader of them.
@NullMarked
package org.havenline.translations;

import org.jspecify.annotations.NullMarked;
