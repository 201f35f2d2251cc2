/// The webhooks of calls: signed, asked through a function, and their disorder.
@NullMarked
package org.havenline.simulator.voice.web;

import org.jspecify.annotations.NullMarked;
