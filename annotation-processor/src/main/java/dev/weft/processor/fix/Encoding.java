package dev.weft.processor.fix;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.tools.JavaFileObject;

/** In which encoding a source is written; no compiler tells a processor. */
final class Encoding {

    private static final List<Charset> CANDIDATES =
            List.of(
                    StandardCharsets.UTF_8,
                    Charset.defaultCharset(),
                    Charset.forName("windows-1252"),
                    StandardCharsets.ISO_8859_1);

    private Encoding() {}

    /** The first that makes the text of the bytes, and the bytes of the text. */
    static Charset of(JavaFileObject file, String text) throws IOException {
        byte[] bytes;
        try (InputStream in = file.openInputStream()) {
            bytes = in.readAllBytes();
        } catch (UnsupportedOperationException inMemory) {
            return StandardCharsets.UTF_8;
        }
        return CANDIDATES.stream()
                .filter(candidate -> Arrays.equals(text.getBytes(candidate), bytes))
                .filter(candidate -> new String(bytes, candidate).equals(text))
                .findFirst()
                .orElse(StandardCharsets.UTF_8);
    }
}
