/// What is heard in calls, as somebody reads it aloud: whole sentences, and files of their sound.
@NullMarked
package org.havenline.translations.spoken;

import org.jspecify.annotations.NullMarked;
