/// In which language a person gets her texts, and what languages are called by those who speak
/// them.
@NullMarked
package org.havenline.translations.locale;

import org.jspecify.annotations.NullMarked;
