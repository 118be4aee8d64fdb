package dev.weft.processor.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests a report in a browser, the same to all: what takes time is its start. */
final class InBrowser implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {

    private static OpenReport report(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(InBrowser.class))
                .computeIfAbsent(OpenReport.class, type -> started(), OpenReport.class);
    }

    private static OpenReport started() {
        try {
            return OpenReport.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where there is no browser the whole class is skipped. */
    @Override
    public void beforeAll(ExtensionContext context) {
        report(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        report(context).browser().theme("light");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == OpenReport.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return report(context);
    }
}
