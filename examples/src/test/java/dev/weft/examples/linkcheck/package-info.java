@NullMarked
package dev.weft.examples.linkcheck;

import org.jspecify.annotations.NullMarked;
