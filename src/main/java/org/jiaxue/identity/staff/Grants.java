package org.jiaxue.identity.staff;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.identity.Grant;
import org.jiaxue.regions.Organisation;
import org.jiaxue.regions.Regions;
import org.jiaxue.web.Access;
import org.jiaxue.web.Changes;
import org.jiaxue.web.Deed;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Remembered;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.jiaxue.web.Words;
import org.springframework.stereotype.Component;

/**
 * Decides what staff may do. A grant at a division covers every division below it, whose codes
 * begin with its own, and the organisations of their counties; a grant at an organisation covers
 * that organisation, named by its id. Grants are remembered for ten seconds, and until another node
 * says that they changed.
 */
@Component
class Grants implements Access, Remembered {

    private static final Duration REMEMBERED = Duration.ofSeconds(10);
    private static final int MOST_REMEMBERED = 10_000;

    private final StaffStore store;
    private final Regions regions;
    private final Changes changes;
    private final Cache<StaffId, List<Grant>> remembered =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterWrite(REMEMBERED).build();

    Grants(StaffStore store, Regions regions, Changes changes) {
        this.store = store;
        this.regions = regions;
        this.changes = changes;
    }

    @Override
    public boolean allows(Viewer viewer, Deed deed, String node) {
        return !node.isEmpty()
                && with(viewer, deed).stream().anyMatch(grant -> covers(grant.node(), node));
    }

    @Override
    public List<String> where(Viewer viewer, Deed deed) {
        return with(viewer, deed).stream()
                .map(Grant::node)
                .filter(node -> Ids.parse(node).isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public List<UUID> organisations(Viewer viewer, Deed deed) {
        return with(viewer, deed).stream()
                .flatMap(grant -> Ids.parse(grant.node()).stream())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public Optional<Words> post(Viewer viewer) {
        return viewer instanceof Viewer.Staff staff
                ? of(staff).stream().map(Grant::node).sorted().findFirst().flatMap(this::nameOf)
                : Optional.empty();
    }

    private Optional<Words> nameOf(String node) {
        return Ids.parse(node)
                .map(id -> regions.organisation(id).map(Organisation::title))
                .orElseGet(() -> Optional.of(regions.nameOf(node)));
    }

    /** What was granted; nothing to one who has yet to set up a second factor. */
    private List<Grant> of(Viewer.Staff staff) {
        return staff.unproven() ? List.of() : remembered.get(staff.id(), store::grants);
    }

    /** Has every node ask anew what this person was granted. */
    void forget(StaffId staff) {
        remembered.invalidate(staff);
        changes.tell(topic(), staff.toString());
    }

    @Override
    public String topic() {
        return "identity.grants";
    }

    @Override
    public void changed(String staff) {
        Ids.parse(staff).map(StaffId::new).ifPresent(remembered::invalidate);
    }

    @Override
    public void anyChanged() {
        remembered.invalidateAll();
    }

    private List<Grant> with(Viewer viewer, Deed deed) {
        return switch (viewer) {
            case Viewer.Visitor _, Viewer.Guardian _, Viewer.Client _ -> List.of();
            case Viewer.Staff staff ->
                    of(staff).stream()
                            .filter(grant -> grant.role().deeds().contains(deed))
                            .toList();
        };
    }

    private boolean covers(String granted, String node) {
        if (granted.equals(node)) {
            return true;
        }
        if (Ids.parse(granted).isPresent()) {
            return false;
        }
        return countyOf(node).orElse(node).startsWith(granted);
    }

    private Optional<String> countyOf(String node) {
        return Ids.parse(node).flatMap(regions::organisation).map(Organisation::county);
    }
}
