package org.jiaxue.journeys;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the product and the browser before the first test and stops both after the last. */
final class InTheHouse implements BeforeAllCallback, ParameterResolver {

    private static final ExtensionContext.Namespace OWN =
            ExtensionContext.Namespace.create(InTheHouse.class);

    /** Both, closed by the test engine in the right order. */
    record Both(House house, Browsers browsers) implements AutoCloseable {

        static Both open() {
            House house = House.open();
            return new Both(house, Browsers.open(house));
        }

        @Override
        public void close() {
            try {
                browsers.close();
            } finally {
                house.close();
            }
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        both(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == House.class || type == Browsers.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Both both = both(context);
        return parameter.getParameter().getType() == House.class ? both.house() : both.browsers();
    }

    private static Both both(ExtensionContext context) {
        return context.getRoot()
                .getStore(OWN)
                .computeIfAbsent(Both.class, _ -> Both.open(), Both.class);
    }
}
