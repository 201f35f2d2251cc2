/// The staff API, `/api/v1`, served from its contract `openapi.json`.
@NullMarked
package org.havenline.console.api;

import org.jspecify.annotations.NullMarked;
