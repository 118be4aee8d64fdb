package dev.weft.processor.report;

/** A program with a method that has more bytecode than HotSpot compiles. */
final class HugeMethod {

    private static final int STATEMENTS = 900;

    private HugeMethod() {}

    static String source() {
        return """
                import static dev.weft.Weft.await;
                import static dev.weft.Weft.yieldNow;

                import dev.weft.Async;

                class Huge {

                    @Async
                    static void main(String[] args) {
                        await(yieldNow());
                        long sum = 1;
                %s    }

                    @Async
                    static void small() {}
                }
                """
                .formatted("        sum += sum * 1234567L + 7;\n".repeat(STATEMENTS));
    }
}
