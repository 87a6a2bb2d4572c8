/**
 * What a request passes before a handler: the bound on its body, who is asking, CSRF and headers,
 * and whom the route admits.
 */
@NullMarked
package org.jiaxue.web.entry;

import org.jspecify.annotations.NullMarked;
