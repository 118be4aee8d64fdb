package dev.weft.examples.guides;

import dev.weft.Weft;

/** Whether it is installed, and which version. */
final class ShowVersion {
    public static void main(String[] args) {
        System.out.println("Weft " + Weft.version());
    }

    private ShowVersion() {}
}
