/// The page a person in danger opens: one document for each language, made once, with nothing else
/// to fetch.
@NullMarked
package org.havenline.channel.webchat.page;

import org.jspecify.annotations.NullMarked;
