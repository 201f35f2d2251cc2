/// How people say in each language how many places are free, and the words of the page that asks.
@NullMarked
package org.havenline.translations.places;

import org.jspecify.annotations.NullMarked;
