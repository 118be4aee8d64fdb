package dev.weft.processor;

import java.io.IOException;
import javax.lang.model.element.TypeElement;

/** How one gets at the class files of a compilation. */
interface Route {

    /** The class file of a type is about to be written. */
    void begins(TypeElement type, AsyncSource source) throws IOException;

    /** The compiler has written it. */
    void ended(TypeElement type, AsyncSource source) throws IOException;
}
