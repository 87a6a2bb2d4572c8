package org.jiaxue;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void rooms_import_only_what_their_package_info_allows() {
        ApplicationModules.of(Jiaxue.class).verify();
    }
}
