/**
 * The programs of well-known asyncio guides, each a class with a {@code main} of its own. The table
 * in the module's README tells which is which.
 */
@NullMarked
package dev.weft.examples.guides;

import org.jspecify.annotations.NullMarked;
