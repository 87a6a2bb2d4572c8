/**
 * What those who write programs read: the OpenAPI description, and what every problem's code means.
 */
@NullMarked
package org.jiaxue.web.api;

import org.jspecify.annotations.NullMarked;
