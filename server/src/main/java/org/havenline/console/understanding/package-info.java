/// The API's part that corrects what was understood, and shows how often it had to be.
@NullMarked
package org.havenline.console.understanding;

import org.jspecify.annotations.NullMarked;
