package org.jiaxue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A way into the house.
 *
 * @param method GET stands for HEAD as well; {@code *} is any
 * @param pattern the path with its variables in braces
 * @param query what the handler wants to see in the query; empty mostly
 */
record Route(String method, String pattern, String query) {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    /** The id of what was never there, for things that only who made them may see. */
    private static final String NOBODYS = "00000000-0000-4000-8000-000000000000";

    /** Files that no handler method serves; a name that is there of each kind. */
    static final List<Route> FILES =
            List.of(
                    new Route("GET", "/css/jiaxue.css", ""),
                    new Route("GET", "/js/player.js", ""),
                    new Route("GET", "/icons/LICENSE", ""),
                    new Route("GET", "/webjars/htmx.org/2.0.10/dist/htmx.min.js", ""),
                    new Route("GET", "/application.yaml", ""),
                    new Route("GET", "/messages/web/messages_en.properties", ""),
                    new Route("GET", "/actuator", ""),
                    new Route("GET", "/actuator/health", ""),
                    new Route("GET", "/actuator/prometheus", ""),
                    new Route("GET", "/swagger-ui/index.html", ""));

    /** Every route of every handler mapping, by path. */
    static List<Route> all(ApplicationContext house) {
        List<Route> found = new ArrayList<>(FILES);
        house.getBeansOfType(RequestMappingHandlerMapping.class)
                .values()
                .forEach(mapping ->
                        mapping.getHandlerMethods().keySet().forEach(it -> add(found, it)));
        found.sort(
                Comparator.comparing(Route::pattern)
                        .thenComparing(Route::method)
                        .thenComparing(Route::query));
        return found;
    }

    private static void add(List<Route> found, RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        String query =
                mapping.getParamsCondition().getExpressions().stream()
                        .map(Object::toString)
                        .sorted()
                        .reduce("", String::concat);
        for (String pattern : mapping.getPatternValues()) {
            methods.stream()
                    .filter(it -> it != RequestMethod.HEAD)
                    .forEach(it -> found.add(new Route(it.name(), pattern, query)));
            if (methods.isEmpty()) {
                found.add(new Route("*", pattern, query));
            }
        }
    }

    boolean safe() {
        return method.equals("GET") || method.equals("*");
    }

    boolean api() {
        return pattern.startsWith("/api/");
    }

    /** Whether the path ends in, or holds, a variable. */
    boolean named() {
        return pattern.contains("{");
    }

    /** The path with something in the place of its last variable. */
    String path(Town town, String last) {
        int from = pattern.lastIndexOf('{');
        String tail = pattern.substring(from).replaceFirst("\\{[^}]+}", "");
        return new Route(method, pattern.substring(0, from), "").path(town) + last + tail;
    }

    /** The path with the town's own things in its variables. */
    String path(Town town) {
        String path = VARIABLE.matcher(pattern).replaceAll(one -> thing(town, one.group()));
        if (pattern.startsWith("/media/")) {
            path = town.media;
        }
        return query.isEmpty() ? path + asked(town) : path + "?" + query + "=x";
    }

    /** A question about the town, where the answer depends on whose it is. */
    private String asked(Town town) {
        return switch (this.toString()) {
            case "GET /api/v1/statistics" -> "?measure=lessons&division=" + Town.HERE;
            case "GET /console/schools/import", "POST /console/schools/import" ->
                    "?county=" + Town.HERE;
            case "GET /console/schools" -> "?county=" + Town.HERE;
            case "GET /console/staff", "GET /console/staff/{staff}", "GET /console/audit" ->
                    "?node=" + town.offices.school;
            case "GET /console/statistics",
                    "GET /console/statistics/figures.csv",
                    "GET /console/statistics/figures.xlsx" ->
                    "?division=" + Town.HERE;
            case "GET /console/rules",
                    "GET /console/rules/form",
                    "GET /console/rules/text",
                    "POST /console/rules/drafts",
                    "GET /console/rules/simulate",
                    "POST /console/rules/simulate",
                    "POST /console/rules/text" ->
                    "?place=" + Town.HERE;
            case "GET /console/points/recalculate",
                    "GET /console/points/recalculate/confirmation",
                    "POST /console/points/recalculate/runs" ->
                    "?place=" + Town.HERE;
            case "GET /console/rules/sets/{version}",
                    "GET /console/rules/sets/{version}/rules.yaml" ->
                    "?place=33";
            case "GET /console/credentials" -> "?number=" + town.credential;
            default -> "";
        };
    }

    private String thing(Town town, String variable) {
        return switch (pattern.split("\\{")[0] + variable) {
            case "/activities/{id}", "/console/activities/{activity}" ->
                    town.session.activity().toString();
            case "/activities/attendance/{session}", "/console/activities/{session}" ->
                    town.session.id().toString();
            case "/api/v1/lessons/{id}", "/lessons/{id}", "/console/library/{id}" ->
                    town.lesson.id().toString();
            case "/console/benefits/{offer}" -> town.offer();
            case "/me/benefits/{taking}" -> town.taking();
            case "/api/v1/playbacks/{id}" -> town.playback(pattern.endsWith("/beats")).toString();
            case "/console/confirmations/{request}", "/me/confirmations/{request}" -> NOBODYS;
            case "/console/schools/import/{trial}",
                    "/console/rules/simulate/{id}",
                    "/console/clients/{id}" ->
                    NOBODYS;
            case "/classes/join/{code}" -> town.invitation();
            case "/console/classes/{id}", "/me/classes/{id}" -> town.schoolClass();
            case "/console/schools/{organisation}" -> town.school.toString();
            case "/console/invitations/{token}" -> town.offices.link;
            case "/console/invitations/{id}" -> town.offices.invitation.toString();
            case "/console/staff/{staff}" -> town.offices.teacher.toString();
            case "/console/points/holds/{id}", "/me/points/holds/{id}" -> town.hold;
            case "/console/points/recalculate/runs/{id}" -> town.run.toString();
            case "/console/credentials/{id}", "/credentials/{id}", "/me/credentials/{id}" ->
                    town.credential;
            case "/courses/{id}" -> town.course;
            case "/me/consents/{purpose}" -> "records";
            case "/me/family/{child}" -> town.child();
            case "/media/{sha256}", "/media/{name}" -> "-";
            case "/moments/{slug}", "/stages/{slug}" -> "primary";
            case "/me/credentials/{share}" -> "0196f0a0-0000-7000-8000-000000000000";
            case "/status/{list}", "/console/rules/sets/{version}" -> "1";
            case "/console/rules/drafts/{id}" -> town.draft.toString();
            default ->
                    throw new AssertionError(
                            "Say in Route.thing what stands for %s in %s"
                                    .formatted(variable, pattern));
        };
    }

    /** A body that the owner may send, where an empty one would not tell whose thing it is. */
    String body(Town town) {
        return switch (method + " " + pattern) {
            case "PUT /api/v1/playbacks/{id}" -> "{\"lesson\":\"" + town.lesson.id() + "\"}";
            case "POST /api/v1/playbacks/{id}/beats" -> "{\"played\":[[0,1]]}";
            case "PUT /api/v1/lessons/{id}/reflection" -> "{\"answer\":\"A\"}";
            case "POST /console/invitations" -> "role=teacher&name=x&node=" + town.offices.school;
            case "POST /console/staff/{staff}/withdrawal" ->
                    "role=teacher&node=" + town.offices.school;
            case "POST /console/staff/{staff}/departure",
                    "POST /console/staff/{staff}/second-factor/reset" ->
                    "node=" + town.offices.school;
            case "POST /console/clients" -> "division=33";
            default -> api() ? "{}" : "";
        };
    }

    @Override
    public String toString() {
        return method + " " + pattern + (query.isEmpty() ? "" : "?" + query);
    }
}
