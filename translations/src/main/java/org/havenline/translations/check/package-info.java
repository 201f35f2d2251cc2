/// What must hold of every text before anybody gets it.
@NullMarked
package org.havenline.translations.check;

import org.jspecify.annotations.NullMarked;
