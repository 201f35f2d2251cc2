/// What staff say of what was understood: the language, the risk, and so how good each rule is.
@NullMarked
package org.havenline.correction;

import org.jspecify.annotations.NullMarked;
