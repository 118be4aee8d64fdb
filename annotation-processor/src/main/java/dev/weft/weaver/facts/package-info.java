/** What the plans say, put into words and numbers for people. */
@org.jspecify.annotations.NullMarked
package dev.weft.weaver.facts;
