package dev.weft.differential.generator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of the grammar, and what they share while one program is made. */
final class Grammar {

    final Choice choice;
    final Names names = new Names();
    final List<Signature> signatures = new ArrayList<>();
    final ValueGrammar values = new ValueGrammar(this);
    final ExpressionGrammar expressions = new ExpressionGrammar(this);
    final AwaitGrammar awaits = new AwaitGrammar(this);
    final SwitchGrammar switches = new SwitchGrammar(this);
    final StatementGrammar statements = new StatementGrammar(this);
    final LoopGrammar loops = new LoopGrammar(this);
    final TryGrammar tries = new TryGrammar(this);
    final JumpGrammar jumps = new JumpGrammar(this);
    final LocalGrammar locals = new LocalGrammar(this);
    final GeneratorGrammar generators = new GeneratorGrammar(this);

    /** The method whose body is being made. */
    @Nullable Signature current;

    /** Whether a coroutine that is returned here is awaited in any case. */
    boolean keepsReturned = true;

    Grammar(Choice choice) {
        this.choice = choice;
    }

    Type type() {
        return choice.chance(40)
                ? choice.pick(Type.INT, Type.LONG, Type.STRING, Type.BOOLEAN)
                : choice.pick(Type.ALL);
    }

    /** An expression of some depth, at the start of a statement. */
    String expression(Type type, Scope scope) {
        return expressions.of(type, new Place(scope, choice.between(1, 4), true));
    }

    /** The same behind an operand that is evaluated already. */
    String expressionBehind(Type evaluated, Type type, Scope scope) {
        return expressions.of(type, new Place(scope, choice.between(1, 3), !evaluated.wide()));
    }
}
