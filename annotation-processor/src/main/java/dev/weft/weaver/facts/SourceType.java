package dev.weft.weaver.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/** A type of the class file as it stands in a source, without packages. */
final class SourceType extends SignatureVisitor {

    private final String wildcard;
    private final List<SourceType> arguments = new ArrayList<>();
    private String name = "";
    private int dimensions;

    private SourceType(String wildcard) {
        super(Opcodes.ASM9);
        this.wildcard = wildcard;
    }

    /** The type with this descriptor or generic signature. */
    static String of(String signature) {
        SourceType type = new SourceType("");
        new SignatureReader(signature).acceptType(type);
        return type.toString();
    }

    /** The types of a method's parameters, and behind them the type that it returns. */
    static List<String> ofMethod(String signature) {
        List<SourceType> types = new ArrayList<>();
        new SignatureReader(signature)
                .accept(
                        new SignatureVisitor(Opcodes.ASM9) {
                            @Override
                            public SignatureVisitor visitParameterType() {
                                types.add(new SourceType(""));
                                return types.get(types.size() - 1);
                            }

                            @Override
                            public SignatureVisitor visitReturnType() {
                                return visitParameterType();
                            }

                            @Override
                            public SignatureVisitor visitExceptionType() {
                                return new SourceType("");
                            }

                            @Override
                            public SignatureVisitor visitClassBound() {
                                return new SourceType("");
                            }

                            @Override
                            public SignatureVisitor visitInterfaceBound() {
                                return new SourceType("");
                            }
                        });
        return types.stream().map(SourceType::toString).toList();
    }

    @Override
    public void visitBaseType(char descriptor) {
        name = Type.getType(String.valueOf(descriptor)).getClassName();
    }

    @Override
    public void visitTypeVariable(String variable) {
        name = variable;
    }

    @Override
    public SignatureVisitor visitArrayType() {
        dimensions++;
        return this;
    }

    @Override
    public void visitClassType(String internalName) {
        String simple = internalName.substring(internalName.lastIndexOf('/') + 1);
        // what stands before a dollar is an outer class, unless nothing stands behind it
        name = simple.substring(simple.lastIndexOf('$', simple.length() - 2) + 1);
    }

    @Override
    public void visitInnerClassType(String inner) {
        name = inner;
        arguments.clear();
    }

    @Override
    public void visitTypeArgument() {
        SourceType unbounded = new SourceType("");
        unbounded.name = "?";
        arguments.add(unbounded);
    }

    @Override
    public SignatureVisitor visitTypeArgument(char bound) {
        SourceType argument =
                new SourceType(bound == EXTENDS ? "? extends " : bound == SUPER ? "? super " : "");
        arguments.add(argument);
        return argument;
    }

    @Override
    public String toString() {
        String generic =
                arguments.isEmpty()
                        ? ""
                        : arguments.stream()
                                .map(SourceType::toString)
                                .collect(Collectors.joining(", ", "<", ">"));
        return wildcard + name + generic + "[]".repeat(dimensions);
    }
}
