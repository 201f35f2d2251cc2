/// How texts of every language are cut into words that can be compared.
@NullMarked
package org.havenline.words;

import org.jspecify.annotations.NullMarked;
