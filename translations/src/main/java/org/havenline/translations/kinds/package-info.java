/// Kinds of service: their codes, and what people call them in each language.
@NullMarked
package org.havenline.translations.kinds;

import org.jspecify.annotations.NullMarked;
