package dev.weft.differential.generator;

import java.util.List;

/** The types that generated programs use. */
enum Type {
    BOOLEAN("boolean", "Boolean"),
    BYTE("byte", "Byte"),
    CHAR("char", "Character"),
    SHORT("short", "Short"),
    INT("int", "Integer"),
    LONG("long", "Long"),
    FLOAT("float", "Float"),
    DOUBLE("double", "Double"),
    STRING("String", "String"),
    BOX("Integer", "Integer"),
    OBJECT("Object", "Object"),
    CELL("Cell", "Cell"),
    INTS("int[]", "int[]"),
    LONGS("long[]", "long[]"),
    BYTES("byte[]", "byte[]"),
    STRINGS("String[]", "String[]"),
    GRID("int[][]", "int[][]");

    static final List<Type> ALL = List.of(values());
    static final List<Type> NUMERIC = List.of(BYTE, CHAR, SHORT, INT, LONG, FLOAT, DOUBLE);
    static final List<Type> INTEGRAL = List.of(BYTE, CHAR, SHORT, INT, LONG);

    final String source;
    final String boxed;

    Type(String source, String boxed) {
        this.source = source;
        this.boxed = boxed;
    }

    boolean primitive() {
        return ordinal() <= DOUBLE.ordinal();
    }

    boolean numeric() {
        return NUMERIC.contains(this);
    }

    boolean wide() {
        return this == LONG || this == DOUBLE;
    }

    boolean narrowerThanInt() {
        return this == BYTE || this == CHAR || this == SHORT;
    }

    /** What an element of the array type is; INT where this is no array. */
    Type element() {
        return switch (this) {
            case LONGS -> LONG;
            case BYTES -> BYTE;
            case STRINGS -> STRING;
            case GRID -> INTS;
            default -> INT;
        };
    }

    boolean array() {
        return ordinal() >= INTS.ordinal();
    }
}
