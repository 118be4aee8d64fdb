package dev.weft.differential;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The programs of the corpus without those that cannot be kept as plain Java. */
final class EjectedCorpus {

    /**
     * In two of them a variable lives across an await for what an anonymous class declares; in the
     * third an enum within a method has an async method.
     */
    static final Set<String> REFUSED =
            Set.of("Classes.anonymousClass", "Classes.localRecordAndEnum", "Statements.vars");

    static List<Source> sources(List<String> options) {
        return Corpus.sources(options).stream().map(EjectedCorpus::kept).toList();
    }

    private static Source kept(Source source) {
        String text = source.text();
        for (String refused : REFUSED) {
            String[] names = refused.split("\\.");
            if (source.className().equals("corpus." + names[0])) text = without(names[1], text);
        }
        return new Source(source.path(), text);
    }

    /** The class without a method of it, which stands between blank lines. */
    private static String without(String method, String text) {
        Pattern whole =
                Pattern.compile(
                        "(?ms)^    @Async\n    public Coroutine<\\w+> "
                                + method
                                + "\\(\\).*?^    }\n");
        Matcher found = whole.matcher(text);
        if (!found.find()) throw new IllegalStateException("no method " + method);
        return text.substring(0, found.start()) + text.substring(found.end());
    }

    private EjectedCorpus() {}
}
