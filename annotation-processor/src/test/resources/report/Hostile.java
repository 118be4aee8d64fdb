import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.util.Map;

/**
 * </script><script>window.hacked = true</script> <!-- --> <img src=x onerror="window.hacked = true">
 * &lt;b&gt; &amp; ]]> <b>bold</b> {{title}} {{{title}}} {{#rows}} ${x}
 */
class Hostile<T extends Comparable<? super T>> {

    static final String END = "</script><script>window.hacked = true</script>";
    static final String COMMENT = "<!-- </style></textarea></title></details></dialog>";
    static final String QUOTES = "\"' onmouseover='window.hacked = true' \"";
    static final char LESS = '<';
    	int tabbed = 1 ; /* a tab, and at the end of the line spaces */   
    static final String BLOCK =
            """
            </code></div></main></body></html>
              <svg onload="window.hacked = true">
            \u0041 \t 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 äöü 漢字
            """;

    @Async
    Coroutine<Map<String, ? extends T[]>> größe(Map<String, T[]> größen, String... $rest) {
        String script$ = END + $rest.length;
        await(yieldNow()); // </script><script>window.hacked = true</script>
        System.out.print(script$.length() < 3 && 3 > 2 ? "<" : "&gt;");
        return done(größen);
    }
}
