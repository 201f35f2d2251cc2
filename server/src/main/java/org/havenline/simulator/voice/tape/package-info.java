/// Sounds as files: what `<Play>` fetches, and what `<Record>` left behind, over the REST API.
@NullMarked
package org.havenline.simulator.voice.tape;

import org.jspecify.annotations.NullMarked;
