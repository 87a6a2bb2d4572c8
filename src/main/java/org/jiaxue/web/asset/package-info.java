/** What browsers ask for beside pages: style sheets, the icon, the word to search engines. */
@NullMarked
package org.jiaxue.web.asset;

import org.jspecify.annotations.NullMarked;
