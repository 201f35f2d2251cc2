/// Who answers, and who is called when nobody does.
@NullMarked
package org.havenline.routingconfig.staff;

import org.jspecify.annotations.NullMarked;
