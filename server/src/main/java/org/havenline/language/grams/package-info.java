/// How a text is taken apart: writing systems, letters, grams, and what the grams of a table say.
@NullMarked
package org.havenline.language.grams;

import org.jspecify.annotations.NullMarked;
