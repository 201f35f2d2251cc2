/// HTTP in plain records, without a server: what an endpoint takes and what it answers.
@NullMarked
package org.havenline.http;

import org.jspecify.annotations.NullMarked;
