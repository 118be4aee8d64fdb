package dev.weft.eject.lower;

import dev.weft.eject.code.Block;
import dev.weft.eject.code.Code;
import dev.weft.eject.code.Ending;
import dev.weft.eject.code.Label;
import dev.weft.eject.code.Region;
import dev.weft.eject.code.Step;
import dev.weft.eject.code.Variable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pieces of a body with something to be done wherever they are left. */
final class Endings {

    private final Lowering body;

    Endings(Lowering body) {
        this.body = body;
    }

    /** Begins a piece. */
    Piece open() {
        Ending ending =
                new Ending(
                        new Label(),
                        body.variables.temporary("failure", "Throwable"),
                        body.variables.temporary("way", "int"));
        if (body.isInLoop()) {
            body.assign(ending.failure(), Code.of("null"));
        }
        body.scopes.enter(ending);
        Region region = new Region(body.flow.region());
        Piece piece = new Piece(ending, region);
        Label start = new Label();
        body.flow.jump(start);
        body.flow.enter(region);
        body.flow.begin(start);
        return piece;
    }

    /** A piece of a body, and what is done behind it. */
    final class Piece {

        private final Ending ending;
        private final Region region;
        private @Nullable Block caught;

        private Piece(Ending ending, Region region) {
            this.ending = ending;
            this.region = region;
        }

        /** Ends the piece: a failure of it leads to the ending, and nothing else does yet. */
        void close() {
            body.scopes.leave();
            Block after = body.flow.isReached() ? body.flow.block() : null;
            String thrown = body.variables.name("thrown");
            Block block = new Block(null);
            region.handlers().add(new Region.Handler(Code.of("Throwable " + thrown), block));
            caught = block;
            body.flow.goOn(block);
            body.assign(ending.failure(), Code.of(thrown));
            body.flow.enter(java.util.Objects.requireNonNull(region.outer()));
            body.flow.goOn(after);
        }

        /** Leads on from the end of the piece; null if there is nothing behind it. */
        private void leadTo(@Nullable Label behind) {
            if (behind != null) {
                body.flow.jump(List.of(ending), behind);
            }
        }

        private void fail(@Nullable Label behind) {
            body.flow.goOn(caught);
            if (behind == null) {
                body.flow.jump(ending.entry());
            } else {
                body.flow.jump(List.of(ending), behind);
            }
        }

        /** What is done is a block of the user's. */
        void doing(Label behind, Runnable steps) {
            leadTo(body.flow.isReached() ? behind : null);
            fail(null);
            body.flow.begin(ending.entry());
            steps.run();
            if (ending.ways().isEmpty()) {
                body.flow.exit("throw ", ending.failure(), ";");
            } else if (body.flow.isReached()) {
                body.flow.choose(
                        Code.of(ending.failure(), " != null"),
                        () -> body.flow.exit("throw ", ending.failure(), ";"),
                        () -> {});
                leave();
            }
        }

        /** What is done is the close of something that says what leaves. */
        void closing(Variable closed, @Nullable Label behind) {
            Label on = body.flow.isReached() ? behind : null;
            leadTo(on);
            fail(on);
            body.flow.begin(ending.entry());
            body.flow.suspend("close(", closed, ", ", ending.failure(), ")");
            if (ending.ways().isEmpty()) {
                body.flow.exit("throw closedBy(", ending.failure(), ");");
                return;
            }
            if (on == null) {
                body.flow.choose(
                        Code.of(ending.failure(), " != null"),
                        () -> body.flow.exit("throw closedBy(", ending.failure(), ");"),
                        () -> {});
            }
            body.flow.line("closed();");
            leave();
        }

        /** What is done is the close of a plain resource. */
        void closingNow(Variable closed, Label behind) {
            leadTo(body.flow.isReached() ? behind : null);
            fail(null);
            body.flow.begin(ending.entry());
            body.flow.line("closeNow(", closed, ", ", ending.failure(), ");");
            if (ending.ways().isEmpty()) {
                body.flow.exit("throw ", ending.failure(), ";");
            } else {
                leave();
            }
        }

        private void leave() {
            body.flow.add(new Step.Leave(ending));
            body.flow.goOn(null);
        }
    }
}
