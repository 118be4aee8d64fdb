package dev.weft.processor.check;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * What is emitted is of the generator's element type, which javac does not know: to it, {@code
 * emit} takes anything.
 */
final class EmitFitsGenerator implements Rule {

    private final Trees trees;
    private final Types types;

    EmitFitsGenerator(Trees trees, Types types) {
        this.trees = trees;
        this.types = types;
    }

    @Override
    public void suspension(Suspension found, Body body, Reporter reporter) {
        TypeMirror element = body.element();
        if (found.kind() != Suspension.Kind.EMIT || element == null) {
            return;
        }
        MethodInvocationTree call = (MethodInvocationTree) found.path().getLeaf();
        ExpressionTree argument = call.getArguments().get(0);
        for (ExpressionTree value : Values.of(argument, tree -> isNumber(found.path(), tree))) {
            TreePath path = new TreePath(found.path(), value);
            TypeMirror type = trees.getTypeMirror(path);
            if (type != null && !fits(type, path, element)) {
                String given = Names.readable(type);
                reporter.report(value, Diagnostics.EMIT_TYPE, given, Names.readable(element));
            }
        }
    }

    /** A conditional of numbers is a number itself, to which both sides are promoted. */
    private boolean isNumber(TreePath call, ExpressionTree tree) {
        TypeMirror type = trees.getTypeMirror(new TreePath(call, tree));
        return type != null && type.getKind().isPrimitive();
    }

    /** A primitive is boxed as what it is: a constant that would fit a byte is an Integer here. */
    private boolean fits(TypeMirror type, TreePath value, TypeMirror element) {
        TypeMirror given =
                type instanceof PrimitiveType primitive
                        ? types.boxedClass(primitive).asType()
                        : type;
        return given.getKind() == TypeKind.ERROR
                || given.getKind() == TypeKind.VOID
                || types.isAssignable(given, element)
                || isOpen(given, value) && isA(given, element);
    }

    /**
     * Whether the type arguments are Object only since nothing here told javac another: {@code
     * List.of()}, {@code new ArrayList<>()}.
     */
    private boolean isOpen(TypeMirror type, TreePath value) {
        return type instanceof DeclaredType declared
                && !declared.getTypeArguments().isEmpty()
                && declared.getTypeArguments().stream().allMatch(EmitFitsGenerator::isObject)
                && isInferred(value);
    }

    private boolean isInferred(TreePath value) {
        if (value.getLeaf() instanceof NewClassTree made) {
            return made.getIdentifier() instanceof ParameterizedTypeTree type
                    && type.getTypeArguments().isEmpty();
        }
        return value.getLeaf() instanceof MethodInvocationTree call
                && call.getTypeArguments().isEmpty()
                && trees.getElement(new TreePath(value, call.getMethodSelect()))
                        instanceof ExecutableElement method
                && !method.getTypeParameters().isEmpty();
    }

    private static boolean isObject(TypeMirror type) {
        return type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element
                && element.getQualifiedName().contentEquals("java.lang.Object");
    }

    private boolean isA(TypeMirror type, TypeMirror element) {
        return types.isSubtype(types.erasure(type), types.erasure(element));
    }
}
