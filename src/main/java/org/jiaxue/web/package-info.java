/**
 * What every page and every API answer is made of: layout and components, the reader's language,
 * refusals as sentences and as problem details, CSRF, paging, ids and time. Owns {@link
 * org.jiaxue.web.Viewer} (who is asking) and {@link org.jiaxue.web.Access} (what they may do);
 * imports no other room.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package org.jiaxue.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
