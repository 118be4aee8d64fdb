/** What the programs of the differential tests may call, beside Weft itself. */
@org.jspecify.annotations.NullMarked
package dev.weft.differential.probe;
