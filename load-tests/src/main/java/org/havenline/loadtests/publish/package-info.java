/// Tables that change under load: nobody lost, nobody twice, no decision by a mix of versions.
@NullMarked
package org.havenline.loadtests.publish;

import org.jspecify.annotations.NullMarked;
