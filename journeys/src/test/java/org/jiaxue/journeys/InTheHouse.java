package org.jiaxue.journeys;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts the product before the first test and stops it after the last. Each class has a browser of
 * its own, since a browser obeys one thread only and classes run side by side.
 */
final class InTheHouse implements BeforeAllCallback, ParameterResolver {

    private static final ExtensionContext.Namespace OWN =
            ExtensionContext.Namespace.create(InTheHouse.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        browsers(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == House.class || type == Browsers.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == House.class
                ? house(context)
                : browsers(context);
    }

    private static House house(ExtensionContext context) {
        return context.getRoot()
                .getStore(OWN)
                .computeIfAbsent(House.class, _ -> House.open(), House.class);
    }

    private static Browsers browsers(ExtensionContext context) {
        House house = house(context);
        return context.getStore(OWN)
                .computeIfAbsent(Browsers.class, _ -> Browsers.open(house), Browsers.class);
    }
}
