/// What would happen to one contact, step by step and why.
@NullMarked
package org.havenline.rehearsal.route;

import org.jspecify.annotations.NullMarked;
