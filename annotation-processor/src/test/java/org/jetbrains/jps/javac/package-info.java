@org.jspecify.annotations.NullMarked
package org.jetbrains.jps.javac;
