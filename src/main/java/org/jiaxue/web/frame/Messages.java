package org.jiaxue.web.frame;

import java.text.FieldPosition;
import java.text.Format;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

/**
 * Messages whose places without a format of their own keep one. Java makes a number's format anew
 * each time that a number is put in such a place, which is dearer than the rest of the message.
 */
final class Messages extends ReloadableResourceBundleMessageSource {

    @Override
    protected MessageFormat createMessageFormat(String text, @Nullable Locale locale) {
        MessageFormat message = super.createMessageFormat(text, locale);
        Format[] formats = message.getFormats();
        for (int place = 0; place < formats.length; place++) {
            if (formats[place] == null) {
                message.setFormat(place, new Plain(message.getLocale()));
            }
        }
        return message;
    }

    /** A number as its reader writes it, and anything else as it is. */
    private static final class Plain extends Format {

        private final NumberFormat numbers;

        Plain(Locale locale) {
            this.numbers = NumberFormat.getInstance(locale);
        }

        @Override
        public StringBuffer format(Object argument, StringBuffer to, FieldPosition position) {
            return argument instanceof Number
                    ? numbers.format(argument, to, position)
                    : to.append(argument);
        }

        /** Finds nothing, as {@link Format} has it said: any text may be anything's. */
        @Override
        public @Nullable Object parseObject(String text, ParsePosition position) {
            position.setErrorIndex(position.getIndex());
            return null;
        }
    }
}
