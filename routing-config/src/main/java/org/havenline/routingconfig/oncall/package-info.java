/// Who is texted or called when nobody answers: fixed numbers, or people who take turns.
@NullMarked
package org.havenline.routingconfig.oncall;

import org.jspecify.annotations.NullMarked;
