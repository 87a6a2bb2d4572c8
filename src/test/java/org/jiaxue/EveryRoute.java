package org.jiaxue;

import java.util.List;
import org.jiaxue.identity.Role;
import org.jiaxue.identity.token.Keys;
import org.jiaxue.web.StaffId;
import org.springframework.context.ApplicationContext;

/** Every route once, for those who want to see what happens behind it; answers are no matter. */
public final class EveryRoute {

    private EveryRoute() {}

    /** Walks them all as a guardian, and those of the staff as one of each who works there. */
    public static void walk(ApplicationContext house, int port) {
        Town town = new Town(house);
        Keys keys = new Keys(house);
        List<StaffId> staff =
                List.of(
                        town.officer(),
                        town.offices.at(Role.SCHOOL_ADMIN),
                        town.offices.at(Role.TEACHER));
        try (Door door = new Door(port)) {
            for (Route route : Route.all(house)) {
                knock(door, route, town, keys.session(Keys.of(town.owner)));
                if (route.pattern().startsWith("/console") || route.api()) {
                    staff.forEach(one -> knock(door, route, town, keys.session(Keys.of(one))));
                }
            }
        }
    }

    private static void knock(Door door, Route route, Town town, String session) {
        if (!route.safe()) {
            town.restore();
        }
        door.knock(route, town, new Door.Shown(session, null, true));
    }
}
