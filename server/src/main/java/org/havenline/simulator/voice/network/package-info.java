/// What all calls share: the account, time, chance, and the way to the server.
@NullMarked
package org.havenline.simulator.voice.network;

import org.jspecify.annotations.NullMarked;
