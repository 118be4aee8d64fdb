@NullMarked
package dev.weft.examples.guides;

import org.jspecify.annotations.NullMarked;
