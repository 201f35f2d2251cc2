/// Makes the language model from folders of free text; never needed to build or to run the server.
@NullMarked
package org.havenline.language.training;

import org.jspecify.annotations.NullMarked;
