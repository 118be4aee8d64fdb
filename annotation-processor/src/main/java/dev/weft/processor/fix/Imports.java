package dev.weft.processor.fix;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** How a source names what it imports, and what it has to import besides. */
final class Imports {

    private static final String FUNCTIONS = "dev.weft.Weft";

    private final CompilationUnit unit;
    private final SourceText source;
    private final SortedSet<String> functions = new TreeSet<>();
    private final SortedSet<String> types = new TreeSet<>();

    Imports(CompilationUnit unit, SourceText source) {
        this.unit = unit;
        this.source = source;
    }

    /** What names one of Weft's functions, or a type by its whole name. */
    String nameOf(String wanted, Set<String> hidden) {
        return wanted.contains(".") ? type(wanted) : function(wanted, hidden);
    }

    private String function(String name, Set<String> hidden) {
        if (hidden.contains(name) || imports(true).anyMatch(one -> isOther(one, FUNCTIONS, name))) {
            return type(FUNCTIONS) + "." + name;
        }
        if (imports(true).noneMatch(one -> gives(one, FUNCTIONS, name))) {
            functions.add(FUNCTIONS + "." + name);
        }
        return name;
    }

    private String type(String qualified) {
        int dot = qualified.lastIndexOf('.');
        String owner = qualified.substring(0, dot);
        String name = qualified.substring(dot + 1);
        boolean taken =
                imports(false).anyMatch(one -> isOther(one, owner, name))
                        || unit.findAll(TypeDeclaration.class).stream()
                                .anyMatch(type -> type.getNameAsString().equals(name));
        if (taken) {
            return qualified;
        }
        boolean beside =
                unit.getPackageDeclaration()
                        .filter(written -> written.getNameAsString().equals(owner))
                        .isPresent();
        if (!beside && imports(false).noneMatch(one -> gives(one, owner, name))) {
            types.add(qualified);
        }
        return name;
    }

    private Stream<ImportDeclaration> imports(boolean ofMembers) {
        return unit.getImports().stream().filter(one -> one.isStatic() == ofMembers);
    }

    private static boolean gives(ImportDeclaration written, String owner, String name) {
        return written.getNameAsString().equals(written.isAsterisk() ? owner : owner + "." + name);
    }

    private static boolean isOther(ImportDeclaration written, String owner, String name) {
        return !written.isAsterisk()
                && written.getName().getIdentifier().equals(name)
                && !gives(written, owner, name);
    }

    /** What adds the imports that are missing, where the others are. */
    List<Edit> edits() {
        List<Edit> edits = new ArrayList<>();
        functions.forEach(name -> edits.add(edit("import static " + name + ";", name, true)));
        types.forEach(name -> edits.add(edit("import " + name + ";", name, false)));
        return joined(edits);
    }

    private Edit edit(String line, String name, boolean ofMembers) {
        String end = source.lineEnd();
        List<ImportDeclaration> same = imports(ofMembers).toList();
        for (ImportDeclaration one : same) {
            if (one.getNameAsString().compareTo(name) > 0) {
                return at(source.lineOf(source.start(one)), line + end);
            }
        }
        if (!same.isEmpty()) {
            return at(source.lineAfter(same.get(same.size() - 1)), line + end);
        }
        if (!unit.getImports().isEmpty()) {
            ImportDeclaration first = unit.getImports().get(0);
            ImportDeclaration last = unit.getImports().get(unit.getImports().size() - 1);
            return ofMembers
                    ? at(source.lineOf(source.start(first)), line + end + end)
                    : at(source.lineAfter(last), end + line + end);
        }
        return unit.getPackageDeclaration()
                .map(written -> at(source.lineAfter(written), end + line + end))
                .orElseGet(() -> at(firstType(), line + end + end));
    }

    private int firstType() {
        TypeDeclaration<?> type = unit.getType(0);
        Node first = type.getComment().isPresent() ? type.getComment().get() : type;
        return source.lineOf(source.start(first));
    }

    private static Edit at(int offset, String text) {
        return new Edit(offset, offset, text, false, 0);
    }

    /** Several at one place are one, without the empty lines between them. */
    private List<Edit> joined(List<Edit> edits) {
        List<Edit> joined = new ArrayList<>();
        for (Edit edit : edits) {
            Edit last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && last.start() == edit.start() && isStatic(last) == isStatic(edit)) {
                String end = source.lineEnd();
                String before = last.text();
                boolean empty = before.endsWith(end + end);
                String first = empty ? before.substring(0, before.length() - end.length()) : before;
                String more =
                        edit.text().startsWith(end)
                                ? edit.text().substring(end.length())
                                : edit.text();
                joined.set(joined.size() - 1, at(edit.start(), first + more));
            } else {
                joined.add(edit);
            }
        }
        return joined;
    }

    private static boolean isStatic(Edit edit) {
        return edit.text().contains("import static ");
    }
}
