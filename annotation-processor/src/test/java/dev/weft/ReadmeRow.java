package dev.weft;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;

/** Marks the test that shows what a row of the README's table of hosts says. */
@Target(ElementType.METHOD)
@Repeatable(ReadmeRow.Several.class)
public @interface ReadmeRow {

    /** The row's first two cells, as {@code host, JDK}. */
    String value();

    /** Several rows. */
    @Target(ElementType.METHOD)
    @interface Several {
        ReadmeRow[] value();
    }
}
