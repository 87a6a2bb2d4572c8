package org.jiaxue.cel;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/** Says a condition in plain words, and writes it again as its source. */
final class Plain {

    private Plain() {}

    static boolean calls(CelExpr expr, String function) {
        return expr.getKind() == CelExpr.ExprKind.Kind.CALL
                && expr.call().function().equals(function);
    }

    static Words words(Vocabulary vocabulary, CelExpr expr) {
        return new Words(
                new Sentence(vocabulary, true).say(expr),
                new Sentence(vocabulary, false).say(expr));
    }

    /** The expression as one would write it, every part in brackets. */
    static String source(CelExpr expr) {
        return switch (expr.getKind()) {
            case CONSTANT -> constant(expr.constant());
            case IDENT -> expr.ident().name();
            case LIST ->
                    expr.list().elements().stream()
                            .map(Plain::source)
                            .collect(Collectors.joining(", ", "[", "]"));
            case CALL -> call(expr.call());
            default -> throw new IllegalStateException("Not in a condition: " + expr.getKind());
        };
    }

    private static String call(CelExpr.CelCall call) {
        List<String> args = call.args().stream().map(Plain::source).toList();
        String function = call.function();
        if (call.target().isPresent()) {
            return source(call.target().get())
                    + args.stream().collect(Collectors.joining(", ", "." + function + "(", ")"));
        }
        if (function.equals("_?_:_")) {
            return "(" + args.get(0) + " ? " + args.get(1) + " : " + args.get(2) + ")";
        }
        if (function.equals("@in")) {
            return "(" + args.get(0) + " in " + args.get(1) + ")";
        }
        if (function.equals("_[_]")) {
            return args.get(0) + "[" + args.get(1) + "]";
        }
        if (function.startsWith("_")) {
            String operator = function.substring(1, function.length() - 1);
            return "(" + args.get(0) + " " + operator + " " + args.get(1) + ")";
        }
        if (function.endsWith("_")) {
            return "(" + function.substring(0, function.length() - 1) + args.get(0) + ")";
        }
        return args.stream().collect(Collectors.joining(", ", function + "(", ")"));
    }

    private static String constant(CelConstant constant) {
        return switch (constant.getKind()) {
            case STRING_VALUE -> quoted(constant.stringValue());
            case INT64_VALUE -> Long.toString(constant.int64Value());
            case BOOLEAN_VALUE -> Boolean.toString(constant.booleanValue());
            case DOUBLE_VALUE -> Double.toString(constant.doubleValue());
            case UINT64_VALUE -> constant.uint64Value() + "u";
            default -> "null";
        };
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    /** One language's way of saying it. */
    private record Sentence(Vocabulary vocabulary, boolean chinese) {

        String say(CelExpr expr) {
            return switch (expr.getKind()) {
                case IDENT -> name(expr).map(it -> in(it.words())).orElseGet(() -> source(expr));
                case CONSTANT -> constant(expr.constant());
                case CALL -> said(expr.call()).orElseGet(() -> source(expr));
                default -> source(expr);
            };
        }

        private Optional<String> said(CelExpr.CelCall call) {
            List<CelExpr> args = call.args();
            if (call.target().isPresent()) {
                return method(call, call.target().get());
            }
            @Nullable String between =
                    switch (call.function()) {
                        case "_&&_" -> pick("，并且", ", and ");
                        case "_||_" -> pick("，或者", ", or ");
                        case "_>=_" -> pick("不少于", " is at least ");
                        case "_>_" -> pick("多于", " is more than ");
                        case "_<=_" -> pick("不超过", " is at most ");
                        case "_<_" -> pick("少于", " is less than ");
                        case "_==_" -> pick("是", " is ");
                        case "_!=_" -> pick("不是", " is not ");
                        case "_+_" -> pick("加", " plus ");
                        case "_-_" -> pick("减", " minus ");
                        case "_*_" -> pick("乘", " times ");
                        case "_/_" -> pick("除以", " divided by ");
                        default -> null;
                    };
            if (between != null) {
                return Optional.of(pair(args.get(0), between, args.get(1)));
            }
            return switch (call.function()) {
                case "!_" -> Optional.of(pick("并非", "not: ") + nested(args.get(0)));
                case "@in" -> Optional.of(in(args.get(0), args.get(1)));
                default -> Optional.empty();
            };
        }

        private Optional<String> method(CelExpr.CelCall call, CelExpr target) {
            if (call.args().size() != 1) {
                return Optional.empty();
            }
            String what = say(call.args().getFirst());
            return switch (call.function()) {
                case "startsWith" ->
                        Optional.of(say(target) + pick("以" + what + "开头", " begins with " + what));
                case "endsWith" ->
                        Optional.of(say(target) + pick("以" + what + "结尾", " ends with " + what));
                case "contains" ->
                        Optional.of(say(target) + pick("里有" + what, " contains " + what));
                default -> Optional.empty();
            };
        }

        private String pair(CelExpr left, String between, CelExpr right) {
            return side(left, right) + between + side(right, left);
        }

        /** One side; a constant is said as a value of the name on the other side. */
        private String side(CelExpr one, CelExpr other) {
            return name(other).map(it -> value(it, one)).orElseGet(() -> nested(one));
        }

        private String nested(CelExpr expr) {
            boolean joins = calls(expr, "_||_") || calls(expr, "_&&_");
            return joins ? pick("（", "(") + say(expr) + pick("）", ")") : say(expr);
        }

        private String in(CelExpr one, CelExpr list) {
            Function<CelExpr, String> value =
                    it -> name(one).map(name -> value(name, it)).orElseGet(() -> say(it));
            if (list.getKind() != CelExpr.ExprKind.Kind.LIST) {
                return say(one) + pick("属于", " is one of ") + say(list);
            }
            return say(one)
                    + pick("是", " is ")
                    + list.list().elements().stream()
                            .map(value)
                            .collect(Collectors.joining(pick("或", " or ")));
        }

        private String value(Name name, CelExpr expr) {
            if (expr.getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
                return nested(expr);
            }
            CelConstant constant = expr.constant();
            String key =
                    constant.getKind() == CelConstant.Kind.STRING_VALUE
                            ? constant.stringValue()
                            : Plain.constant(constant);
            return Optional.ofNullable(name.domain().get(key))
                    .map(this::in)
                    .orElseGet(() -> constant(constant));
        }

        private String constant(CelConstant constant) {
            return switch (constant.getKind()) {
                case STRING_VALUE ->
                        Name.isDay(constant.stringValue())
                                ? constant.stringValue()
                                : pick("“", "“") + constant.stringValue() + "”";
                case BOOLEAN_VALUE ->
                        constant.booleanValue() ? pick("是", "true") : pick("否", "false");
                default -> Plain.constant(constant);
            };
        }

        private Optional<Name> name(CelExpr expr) {
            return expr.getKind() == CelExpr.ExprKind.Kind.IDENT
                    ? vocabulary.find(expr.ident().name())
                    : Optional.empty();
        }

        private String in(Words words) {
            return chinese ? words.zh() : words.en();
        }

        private String pick(String zh, String en) {
            return chinese ? zh : en;
        }
    }
}
