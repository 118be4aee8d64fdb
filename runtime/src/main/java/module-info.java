/** async/await for plain Java: the runtime. */
module dev.weft {
    requires static org.jspecify;

    // By reflection only: without it a modular program would run without sun.misc.Signal.
    requires jdk.unsupported;

    exports dev.weft;
    exports dev.weft.loop;
    exports dev.weft.woven;

    uses dev.weft.loop.EventLoopProvider;
}
