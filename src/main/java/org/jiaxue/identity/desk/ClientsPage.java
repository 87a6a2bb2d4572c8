package org.jiaxue.identity.desk;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaxue.identity.client.Client;
import org.jiaxue.identity.client.Clients;
import org.jiaxue.regions.Regions;
import org.jiaxue.web.Access;
import org.jiaxue.web.Audience;
import org.jiaxue.web.ClientId;
import org.jiaxue.web.Deed;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.Ids;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The programs that are trusted with what guardians played: who they are, one more, one less. */
@Controller
@OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
class ClientsPage {

    private static final String PATH = "/console/clients";

    private final Clients clients;
    private final Access access;
    private final Regions regions;

    ClientsPage(Clients clients, Access access, Regions regions) {
        this.clients = clients;
        this.access = access;
        this.regions = regions;
    }

    /** A client in words. */
    record Row(String name, String place, String until, String used, String withdrawal) {}

    /**
     * What the page shows.
     *
     * @param form the id of the client that the form would make
     * @param token the token that was just made, empty mostly
     * @param places the names of the divisions that a client can be trusted for, by code
     * @param name the name as it was sent
     * @param error the key of what is wrong with it
     */
    record View(
            UUID form,
            List<Row> rows,
            String token,
            Map<String, String> places,
            String name,
            @Nullable String error) {}

    @GetMapping(PATH)
    ModelAndView show(Frame frame) {
        return page(frame, "", "", null);
    }

    @PostMapping(PATH)
    ModelAndView trust(
            Frame frame,
            @RequestParam(defaultValue = "") String client,
            @RequestParam(defaultValue = "") String division,
            @RequestParam(defaultValue = "") String name) {
        String shown = name.strip();
        Map<String, String> places = places(frame);
        if (!places.containsKey(division) || !(frame.viewer() instanceof Viewer.Staff by)) {
            throw new Refusal(Problem.forbidden("web.problem.not-yours"));
        }
        if (shown.isEmpty() || shown.length() > Client.LONGEST_NAME) {
            return Html.with(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    page(
                            frame,
                            "",
                            shown,
                            shown.isEmpty()
                                    ? "identity.problem.client-name-missing"
                                    : "identity.problem.client-name-long"));
        }
        ClientId id = new ClientId(Ids.parse(client).orElseGet(Ids::next));
        return clients.trust(by, id, division, shown)
                .map(made -> page(frame, made.token(), "", null))
                .orElseGet(() ->
                        Html.with(
                                HttpStatus.CONFLICT,
                                page(frame, "", "", "identity.problem.client-again")));
    }

    @PostMapping(PATH + "/{id}/withdrawal")
    ModelAndView withdraw(Frame frame, @PathVariable String id) {
        places(frame);
        UUID client =
                Ids.parse(id)
                        .orElseThrow(() ->
                                new Refusal(Problem.notFound("identity.problem.client-gone")));
        clients.withdraw(frame.viewer(), new ClientId(client));
        return Html.seeOther(PATH);
    }

    /** The divisions that the viewer answers for; refuses one who answers for none. */
    private Map<String, String> places(Frame frame) {
        Map<String, String> places = new LinkedHashMap<>();
        access.where(frame.viewer(), Deed.TRUST_CLIENTS)
                .forEach(code -> places.put(code, frame.say(regions.nameOf(code))));
        if (places.isEmpty()) {
            throw new Refusal(Problem.forbidden("web.problem.not-yours"));
        }
        return places;
    }

    private ModelAndView page(Frame frame, String token, String name, @Nullable String error) {
        Map<String, String> places = places(frame);
        List<Row> rows =
                places.keySet().stream()
                        .flatMap(code -> clients.within(code).stream())
                        .distinct()
                        .map(it -> row(frame, it))
                        .toList();
        return Html.page(
                "identity/desk/clients",
                frame,
                "view",
                new View(Ids.next(), rows, token, places, name, error));
    }

    private Row row(Frame frame, Client client) {
        LocalDate last = client.lastOn();
        return new Row(
                client.name(),
                frame.say(regions.nameOf(client.division())),
                frame.texts().moment(client.endsAt()),
                last == null
                        ? frame.say("identity.client.unused")
                        : frame.say(
                                "identity.client.used",
                                frame.texts().number(client.beats()),
                                frame.texts().day(last)),
                PATH + "/" + client.id() + "/withdrawal");
    }
}
