package dev.weft;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What is logged in place of the console, until it is closed. */
final class Logged extends Handler implements AutoCloseable {
    final List<String> lines = new ArrayList<>();
    final List<Throwable> failures = new ArrayList<>();

    /** Kept, as loggers are collected otherwise. */
    private final Logger logger = Logger.getLogger("dev.weft");

    Logged() {
        logger.addHandler(this);
        logger.setUseParentHandlers(false);
    }

    @Override
    public synchronized void publish(LogRecord record) {
        String kind = record.getLevel() == Level.SEVERE ? "error: " : "warning: ";
        lines.add(kind + new SimpleFormatter().formatMessage(record));
        failures.add(record.getThrown());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
    }
}
