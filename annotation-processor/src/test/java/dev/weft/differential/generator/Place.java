package dev.weft.differential.generator;

/**
 * Where an expression stands.
 *
 * @param depth how deep it may nest
 * @param narrow whether no long or double is on the operand stack beneath it
 */
record Place(Scope scope, int depth, boolean narrow) {

    Place deeper() {
        return new Place(scope, depth - 1, narrow);
    }

    /** The place of an operand with another one of the type already evaluated. */
    Place behind(Type evaluated) {
        return new Place(scope, depth, narrow && !evaluated.wide());
    }

    boolean tries() {
        return narrow && scope.tries;
    }
}
