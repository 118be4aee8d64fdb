module shop {
    requires dev.weft;

    exports shop;
}
