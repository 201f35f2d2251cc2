/// How the words of each language are cut, folded and allowed to be misspelt.
@NullMarked
package org.havenline.risk.words;

import org.jspecify.annotations.NullMarked;
