/** What the weaver has decided, before it writes anything. */
@org.jspecify.annotations.NullMarked
package dev.weft.weaver.plan;
