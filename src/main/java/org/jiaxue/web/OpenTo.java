package org.jiaxue.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says whom a route admits; a route without it admits nobody. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenTo {

    Audience value();

    /** What a bearer token needs; a browser's session has it anyway. */
    Viewer.Scope scope() default Viewer.Scope.READ;
}
