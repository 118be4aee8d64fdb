package dev.weft.eject.lower;

import javax.lang.model.element.TypeElement;

/** Where a machine stands. */
final class Machines {

    private Machines() {}

    static TypeElement outermost(TypeElement type) {
        TypeElement outer = type;
        while (outer.getEnclosingElement() instanceof TypeElement around) {
            outer = around;
        }
        return outer;
    }
}
