/** async/await for plain Java: the runtime. */
module dev.weft {
    requires static transitive org.jspecify;

    exports dev.weft;
    exports dev.weft.loop;
    exports dev.weft.woven;

    uses dev.weft.loop.EventLoopProvider;
}
