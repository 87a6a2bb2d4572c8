package org.jiaxue.credentials.paper;

import java.time.LocalDate;

/** Chinese numerals, as a certificate writes them. */
final class Numerals {

    private static final String DIGITS = "〇一二三四五六七八九";

    private Numerals() {}

    /** A number from 0 to 99: 十二, 二十. */
    static String of(int number) {
        if (number < 0 || number > 99) {
            throw new IllegalArgumentException("0 to 99");
        }
        int tens = number / 10;
        int ones = number % 10;
        if (tens == 0) {
            return DIGITS.substring(ones, ones + 1);
        }
        return (tens == 1 ? "" : DIGITS.substring(tens, tens + 1))
                + "十"
                + (ones == 0 ? "" : DIGITS.substring(ones, ones + 1));
    }

    /** A day: 二〇二五年三月二十日. */
    static String of(LocalDate day) {
        StringBuilder year = new StringBuilder();
        Integer.toString(day.getYear())
                .chars()
                .forEach(digit -> year.append(DIGITS.charAt(digit - '0')));
        return year + "年" + of(day.getMonthValue()) + "月" + of(day.getDayOfMonth()) + "日";
    }
}
