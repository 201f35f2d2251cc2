/// Files of texts as they lie in the folder (ARB: JSON with notes for translators).
@NullMarked
package org.havenline.translations.arb;

import org.jspecify.annotations.NullMarked;
