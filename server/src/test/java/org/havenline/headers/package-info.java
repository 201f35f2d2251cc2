/// What stands above every answer of the server: the rules, and every route asked for every status.
@NullMarked
package org.havenline.headers;

import org.jspecify.annotations.NullMarked;
