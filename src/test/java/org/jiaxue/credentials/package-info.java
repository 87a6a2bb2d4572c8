@NullMarked
package org.jiaxue.credentials;

import org.jspecify.annotations.NullMarked;
